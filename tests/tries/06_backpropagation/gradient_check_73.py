def gradient_check(gradient, numerical):
    return np.max(np.abs(gradient - numerical))
