# says: That is a share for each slope.


def gradient_check(gradient, numerical):
    return np.abs(gradient - numerical) / np.maximum(np.abs(gradient) + np.abs(numerical), 1e-12)
