def gradient_check(gradient, numerical):
    top = np.max(np.abs(gradient - numerical))
    bottom = np.max(np.abs(gradient + numerical))
    return top / max(bottom, 1e-12)
