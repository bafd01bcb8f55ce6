def confusion_matrix(y, y_hat):
    """Count how often each true class was predicted as each class.

    Parameters
    ----------
    y : array of shape (n,)
        The true classes, zeros and ones.
    y_hat : array of shape (n,)
        The predicted classes, zeros and ones.

    Returns
    -------
    array of shape (2, 2)
        Rows: true class 0, 1. Columns: predicted class 0, 1. For y = [0, 1, 1, 1] and
        y_hat = [0, 0, 1, 1] this is [[1, 0], [1, 2]].
    """
    return [[np.sum((y == 0) & (y_hat == 0)), np.sum((y == 0) & (y_hat == 1))], [np.sum((y == 1) & (y_hat == 0)), np.sum((y == 1) & (y_hat == 1))]]
