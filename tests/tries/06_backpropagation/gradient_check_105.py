def gradient_check(gradient, numerical):
    top = np.max(np.abs(gradient)) - np.max(np.abs(numerical))
    bottom = np.max(np.abs(gradient)) + np.max(np.abs(numerical))
    return top / max(bottom, 1e-12)
