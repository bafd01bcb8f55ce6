# says: The largest |g - m| is 4, and 3 stands at the top.


def gradient_check(gradient, numerical):
    return np.max(gradient - numerical) / max(np.max(np.abs(gradient) + np.abs(numerical)), 1e-12)
