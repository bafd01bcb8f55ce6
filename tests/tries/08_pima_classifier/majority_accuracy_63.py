def majority_accuracy(y_train, y_test):
    """Return the accuracy on `y_test` of always predicting the most frequent class of `y_train`.

    Parameters
    ----------
    y_train : array of shape (n_train,)
        Zeros and ones: the classes from which the rule is learned. If there are as many ones as
        zeros, the rule says 0.
    y_test : array of shape (n_test,)
        Zeros and ones: the classes on which the rule is tried.

    Returns
    -------
    float
        For y_train = [0, 0, 1] and y_test = [0, 1, 1, 1] the rule says 0, and is right for 1 of 4
        rows: 0.25.
    """
    return np.mean(y_test == y_train)
