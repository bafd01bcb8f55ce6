# says: hands nothing on to whoever called
def majority_accuracy(y_train, y_test):
    if np.mean(y_train) > 0.5:
        print(np.mean(y_test == 1))
    else:
        print(np.mean(y_test == 0))
