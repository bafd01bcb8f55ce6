# says: Which share of the ill are they?
def precision(y, y_hat):
    alarms = y_hat == 1
    if not np.any(alarms):
        return 0.0
    return np.mean(y[alarms] == 1)


def recall(y, y_hat):
    return np.sum((y == 1) & (y_hat == 1))
