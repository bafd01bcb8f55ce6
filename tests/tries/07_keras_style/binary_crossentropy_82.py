def binary_crossentropy(y, y_hat):
    """Return the mean of -log(the probability given to what happened).

    Parameters
    ----------
    y : array of shape (n,) or (n, 1)
        What happened: 0 or 1.
    y_hat : array of the same shape
        The predicted probability of a 1; clipped to 1e-7 ... 1 - 1e-7.

    Returns
    -------
    float
        For y = [1, 0] and y_hat = [0.9, 0.2] this is (0.10536 + 0.22314) / 2 = 0.16425.
    """
    y_hat = np.clip(y_hat, 1e-7, 1 - 1e-7)
    return -sum(y * np.log(y_hat) + (1 - y) * np.log(1 - y_hat)) / len(y)
