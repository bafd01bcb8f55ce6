def majority_accuracy(y_train, y_test):
    ones = np.sum(y_train == 1)
    zeros = np.sum(y_train == 0)
    if ones > zeros:
        right = np.sum(y_test == 1)
    else:
        right = np.sum(y_test == 0)
    return right / len(y_test)
