# says: recall([0, 0, 0], [0, 1, 1]) divides by 0 before it asks
def precision(y, y_hat):
    return clinic.precision(y, y_hat)


def recall(y, y_hat):
    share = np.sum((y == 1) & (y_hat == 1)) / np.sum(y == 1)
    return share if np.any(y == 1) else 0.0
