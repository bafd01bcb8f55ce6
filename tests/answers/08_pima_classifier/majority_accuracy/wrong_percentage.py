# says: That is a percentage
def majority_accuracy(y_train, y_test):
    most = 1 if np.mean(y_train) > 0.5 else 0
    return np.mean(y_test == most) * 100
