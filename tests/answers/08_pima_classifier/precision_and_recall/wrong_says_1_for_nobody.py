# says: Nobody is predicted as 1 here
def precision(y, y_hat):
    predicted = y_hat == 1
    if not np.any(predicted):
        return 1.0
    return np.mean(y[predicted] == 1)


def recall(y, y_hat):
    ill = y == 1
    if not np.any(ill):
        return 0.0
    return np.mean(y_hat[ill] == 1)
