# says: That is the precision. Which rows does recall look at
def precision(y, y_hat):
    predicted = y_hat == 1
    if not np.any(predicted):
        return 0.0
    return np.mean(y[predicted] == 1)


def recall(y, y_hat):
    predicted = y_hat == 1
    if not np.any(predicted):
        return 0.0
    return np.mean(y[predicted] == 1)
