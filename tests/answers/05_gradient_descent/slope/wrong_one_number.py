# says: should be an array of shape (3,)


def slope(X, y, w):
    return 2 * np.mean(X.T @ (X @ w - y))
