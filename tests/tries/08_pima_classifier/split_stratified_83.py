def split_stratified(y, test_share, rng):
    """Split rows at random, with the same share of each class on both sides.

    Parameters
    ----------
    y : array of shape (n,)
        The class of each row, 0 or 1.
    test_share : float
        Which share of the rows becomes the test part, such as 0.2. It is rounded to whole rows in
        each class.
    rng : numpy.random.Generator
        Draws which rows these are.

    Returns
    -------
    train_rows, test_rows : arrays of int
        Row numbers. Each row is in exactly one of the two.
    """
    train_rows, test_rows = [], []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        n = round(test_share * len(label))
        test_rows.append(rows[:n])
        train_rows.append(rows[n:])
    return np.concatenate(train_rows), np.concatenate(test_rows)
