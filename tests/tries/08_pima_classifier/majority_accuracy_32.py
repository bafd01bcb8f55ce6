def majority_accuracy(y_train, y_test):
    majority = np.bincount(y_train).argmax()
    return np.mean(y_test = majority)
