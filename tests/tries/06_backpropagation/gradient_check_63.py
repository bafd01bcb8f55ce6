def gradient_check(gradient, numerical):
    top = np.max(np.abs(gradient - numerical))
    bottom = np.max(np.abs(gradient) + np.abs(numerical)) + 1e-12
    return top / bottom
