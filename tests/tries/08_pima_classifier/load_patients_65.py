def load_patients(path):
    """Read the clinic's table.

    Parameters
    ----------
    path : the name of a file
        A text file: rows of nine numbers, commas between them, no header.

    Returns
    -------
    X : array of shape (n, 8)
        The measurements, one row for each patient.
    y : array of shape (n,)
        1.0 where diabetes was found, 0.0 where not.

    For the table of the clinic, n is 768. Write `return X, y` to return two things.
    """
    X = np.loadtxt(path, delimiter=",")
    X = X[:, :8]
    y = X[:, 8]
    return X, y
