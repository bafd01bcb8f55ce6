# says: gives 0
def majority_accuracy(y_train, y_test):
    return np.mean(y_test == np.mean(y_train))
