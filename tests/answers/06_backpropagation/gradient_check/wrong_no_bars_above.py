# says: -4 was taken for less than 3


def gradient_check(gradient, numerical):
    return np.max(gradient - numerical) / max(np.max(np.abs(gradient) + np.abs(numerical)), 1e-12)
