def gradient_check(gradient, numerical):
    i = np.argmax(np.abs(gradient - numerical))
    return np.abs(gradient[i] - numerical[i]) / max(np.abs(gradient[i]) + np.abs(numerical[i]), 1e-12)
