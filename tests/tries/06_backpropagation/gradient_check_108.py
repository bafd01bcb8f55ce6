def gradient_check(gradient, numerical):
    top = np.maximum(np.abs(gradient - numerical))
    bottom = np.maximum(np.abs(gradient) + np.abs(numerical))
    return top / max(bottom, 1e-12)
