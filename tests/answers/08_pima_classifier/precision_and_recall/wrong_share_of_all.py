# says: That is a share of all rows
def precision(y, y_hat):
    return np.mean((y == 1) & (y_hat == 1))


def recall(y, y_hat):
    ill = y == 1
    if not np.any(ill):
        return 0.0
    return np.mean(y_hat[ill] == 1)
