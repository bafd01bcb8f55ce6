# says: 4 was divided by 6, the size at the first place.


def gradient_check(gradient, numerical):
    return np.max(np.abs(gradient - numerical)) / max(np.max(gradient + numerical), 1e-12)
