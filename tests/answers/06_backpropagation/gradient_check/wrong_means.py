# says: That is a share of means or of sums.


def gradient_check(gradient, numerical):
    return np.mean(np.abs(gradient - numerical)) / max(
        np.mean(np.abs(gradient) + np.abs(numerical)), 1e-12
    )
