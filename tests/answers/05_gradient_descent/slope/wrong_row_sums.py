# says: The numbers in each row were added up.


def slope(X, y, w):
    return 2 * np.mean(X * (X @ w - y)[:, np.newaxis], axis=1)
