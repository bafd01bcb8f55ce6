# says: or does it take the bottom


def gradient_check(gradient, numerical):
    return np.max(np.abs(gradient - numerical)) / (
        np.max(np.abs(gradient) + np.abs(numerical)) + 1e-12
    )
