def gradient_check(gradient, numerical):
    top = np.sum(np.abs(gradient - numerical))
    bottom = np.sum(np.abs(gradient) + np.abs(numerical))
    return top / max(bottom, 1e-12)
