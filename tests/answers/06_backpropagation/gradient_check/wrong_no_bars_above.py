# says: A difference lost its size because of its sign.


def gradient_check(gradient, numerical):
    return np.max(gradient - numerical) / max(np.max(np.abs(gradient) + np.abs(numerical)), 1e-12)
