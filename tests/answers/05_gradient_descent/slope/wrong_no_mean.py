# says: How does a sum become a mean?


def slope(X, y, w):
    return 2 * (X.T @ (X @ w - y))
