# says: For zeros it divides 0 by 0.


def gradient_check(gradient, numerical):
    return np.max(np.abs(gradient - numerical)) / np.max(np.abs(gradient) + np.abs(numerical))
