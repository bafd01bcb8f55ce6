def gradient_check(gradient, numerical):
    return np.max(np.abs(gradient) - np.abs(numerical)) / max(np.max(np.abs(gradient) + np.abs(numerical)), 1e-12)
