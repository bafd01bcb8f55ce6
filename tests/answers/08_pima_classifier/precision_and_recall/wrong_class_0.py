# says: That is the share among those predicted as 0
def precision(y, y_hat):
    return np.mean(y[y_hat == 0] == 0)


def recall(y, y_hat):
    ill = y == 1
    if not np.any(ill):
        return 0.0
    return np.mean(y_hat[ill] == 1)
