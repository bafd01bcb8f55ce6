# says: Are they ill, or healthy
def precision(y, y_hat):
    true_positives = np.sum((y == 1) & (y_hat == 1))
    if np.sum(y_hat == 1) == 0:
        return 0.0
    return true_positives / np.sum(y_hat == 1)


def recall(y, y_hat):
    true_positives = np.sum((y == 1) & (y_hat == 1))
    if np.sum(y == 1) == 0:
        return 0.0
    return true_positives / (true_positives + np.sum((y == 0) & (y_hat == 0)))
