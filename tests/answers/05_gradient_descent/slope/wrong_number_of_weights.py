# says: divided by 3, the number of weights


def slope(X, y, w):
    return 2 / len(w) * (X.T @ (X @ w - y))
