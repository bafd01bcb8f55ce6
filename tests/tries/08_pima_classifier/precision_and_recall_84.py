def precision(y, y_hat):
    """Return which share of the rows predicted as 1 are 1.

    Parameters
    ----------
    y : array of shape (n,)
        The true classes, zeros and ones.
    y_hat : array of shape (n,)
        The predicted classes, zeros and ones.

    Returns
    -------
    float
        0.0 if no row is predicted as 1. For y = [0, 1, 1, 1] and y_hat = [1, 0, 1, 1] this is 2/3.
    """
    matrix = clinic.confusion_matrix(y, y_hat)
    if matrix[1, 1] == 0:
        return 0.0
    return matrix[1, 1] / (matrix[1, 1] + matrix[0, 1])


def recall(y, y_hat):
    """Return which share of the rows that are 1 were predicted as 1.

    Parameters
    ----------
    y : array of shape (n,)
        The true classes, zeros and ones.
    y_hat : array of shape (n,)
        The predicted classes, zeros and ones.

    Returns
    -------
    float
        0.0 if no row is 1. For y = [0, 1, 1, 1, 1] and y_hat = [1, 0, 0, 1, 1] this is 2/4.
    """
    matrix = clinic.confusion_matrix(y, y_hat)
    if matrix[1, 1] == 0:
        return 0.0
    return matrix[1, 1] / (matrix[1, 1] + matrix[1, 0])
