# says: Nobody is predicted as 1 here
def precision(y, y_hat):
    with np.errstate(invalid="ignore"):
        return np.sum((y == 1) & (y_hat == 1)) / np.sum(y_hat == 1)


def recall(y, y_hat):
    ill = y == 1
    if not np.any(ill):
        return 0.0
    return np.mean(y_hat[ill] == 1)
