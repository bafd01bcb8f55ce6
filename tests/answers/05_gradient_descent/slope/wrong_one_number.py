# says: All was added up to one number.


def slope(X, y, w):
    return 2 * np.mean(X.T @ (X @ w - y))
