# says: That is half of it.


def slope(X, y, w):
    return X.T @ (X @ w - y) / len(y)
