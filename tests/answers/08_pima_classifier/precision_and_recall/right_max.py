def precision(y, y_hat):
    hits = np.sum((y == 1) & (y_hat == 1))
    return hits / max(1, np.sum(y_hat == 1))


def recall(y, y_hat):
    hits = np.sum(y * y_hat)
    return hits / max(1, np.sum(y))
