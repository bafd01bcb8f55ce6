def gradient_check(gradient, numerical):
    return np.max(np.abs(gradient - numerical)) / max(np.max(np.abs(gradient)) , np.max(np.abs(numerical)), 1e-12)
