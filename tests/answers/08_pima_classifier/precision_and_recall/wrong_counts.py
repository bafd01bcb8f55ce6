# says: Which share of the positives are they
def precision(y, y_hat):
    return np.sum((y == 1) & (y_hat == 1))


def recall(y, y_hat):
    ill = y == 1
    if not np.any(ill):
        return 0.0
    return np.mean(y_hat[ill] == 1)
