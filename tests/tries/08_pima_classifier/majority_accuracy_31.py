def majority_accuracy(y_train, y_test):
    majority = max(y_train)
    return np.mean(y_test == majority)
