def gradient_check(gradient, numerical):
    top = max(np.abs(gradient - numerical))
    bottom = max(np.abs(gradient) + np.abs(numerical))
    return top / max(bottom, 1e-12)
