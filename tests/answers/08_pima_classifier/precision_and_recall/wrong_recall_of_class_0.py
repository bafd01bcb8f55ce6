# says: That is the share among those who are 0
def precision(y, y_hat):
    predicted = y_hat == 1
    if not np.any(predicted):
        return 0.0
    return np.mean(y[predicted] == 1)


def recall(y, y_hat):
    return np.mean(y_hat[y == 0] == 0)
