# says: That is the accuracy. Which rows does precision look at
def precision(y, y_hat):
    return np.mean(y == y_hat)


def recall(y, y_hat):
    ill = y == 1
    if not np.any(ill):
        return 0.0
    return np.mean(y_hat[ill] == 1)
