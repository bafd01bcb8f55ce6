# says: Above the line stand all who were predicted as ill
def precision(y, y_hat):
    true_positives = np.sum((y == 1) & (y_hat == 1))
    if np.sum(y_hat == 1) == 0:
        return 0.0
    return true_positives / np.sum(y_hat == 1)


def recall(y, y_hat):
    true_positives = np.sum((y == 1) & (y_hat == 1))
    if np.sum(y == 1) == 0:
        return 0.0
    return np.sum(y_hat == 1) / np.sum(y == 1)
