# says: Each slope was divided by its own size.


def gradient_check(gradient, numerical):
    return np.max(
        np.abs(gradient - numerical) / np.maximum(np.abs(gradient) + np.abs(numerical), 1e-12)
    )
