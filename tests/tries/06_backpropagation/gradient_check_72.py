def gradient_check(gradient, numerical):
    top = np.abs(np.max(gradient - numerical))
    bottom = np.abs(np.max(gradient)) + np.abs(np.max(numerical))
    return top / max(bottom, 1e-12)
