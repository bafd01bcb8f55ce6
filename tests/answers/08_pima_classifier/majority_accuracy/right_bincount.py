def majority_accuracy(y_train, y_test):
    majority = np.argmax(np.bincount(np.asarray(y_train, dtype=int), minlength=2))
    return float(np.mean(np.asarray(y_test) == majority))
