# says: That is the largest difference.


def gradient_check(gradient, numerical):
    return np.max(np.abs(gradient - numerical))
