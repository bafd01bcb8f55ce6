def gradient_check(gradient, numerical):
    top = np.max(np.abs(g - m))
    bottom = np.max(np.abs(g) + np.abs(m))
    return top / max(bottom, 1e-12)
