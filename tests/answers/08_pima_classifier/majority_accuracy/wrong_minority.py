# says: That is the less frequent class of y_train
def majority_accuracy(y_train, y_test):
    minority = 0 if np.mean(y_train) > 0.5 else 1
    return np.mean(y_test == minority)
