def gradient_check(gradient, numerical):
    top = np.mean(np.abs(gradient - numerical))
    bottom = np.mean(np.abs(gradient) + np.abs(numerical))
    return top / max(bottom, 1e-12)
