# says: The size below the line lost its bars.


def gradient_check(gradient, numerical):
    return np.max(np.abs(gradient - numerical)) / max(np.max(gradient + numerical), 1e-12)
