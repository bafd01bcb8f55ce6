def gradient_check(gradient, numerical):
    return np.max(np.abs(numerical - gradient)) / np.maximum(np.max(np.abs(gradient) + np.abs(numerical)), 1e-12)
