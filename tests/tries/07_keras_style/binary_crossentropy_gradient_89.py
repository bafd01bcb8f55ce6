def binary_crossentropy_gradient(y, y_hat):
    """Return the slope of the binary cross-entropy along each prediction.

    Parameters
    ----------
    y : array of shape (n,) or (n, 1)
        What happened: 0 or 1.
    y_hat : array of the same shape
        The predicted probability of a 1; clipped to 1e-7 ... 1 - 1e-7.

    Returns
    -------
    array of the same shape
        For y = [1, 0] and y_hat = [0.5, 0.2] this is [-2, 1.25] / 2 = [-1, 0.625].
    """
    y_hat = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return 1 / y_hat / y.size
