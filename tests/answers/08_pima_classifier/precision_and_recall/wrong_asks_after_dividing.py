# says: divides by 0 before it asks
def precision(y, y_hat):
    tp = np.sum((y == 1) & (y_hat == 1))
    share = tp / np.sum(y_hat == 1)
    if np.sum(y_hat == 1) == 0:
        return 0.0
    return share


def recall(y, y_hat):
    tp = np.sum((y == 1) & (y_hat == 1))
    share = tp / np.sum(y == 1)
    if np.sum(y == 1) == 0:
        return 0.0
    return share
