# says: should have shape (3,), but has shape (4,)


def slope(X, y, w):
    return 2 * np.mean(X * (X @ w - y)[:, np.newaxis], axis=1)
