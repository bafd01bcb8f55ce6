def gradient_check(gradient, numerical):
    difference = np.max(np.abs(gradient, numerical))
    size = np.max(np.abs(gradient) + np.abs(numerical))
    return difference / max(size, 1e-12)
