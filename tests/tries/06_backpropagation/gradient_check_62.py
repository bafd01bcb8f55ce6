def gradient_check(gradient, numerical):
    return np.abs(gradient - numerical) / np.maximum(np.abs(gradient) + np.abs(numerical), 1e-12)
