# says: How do you count the rows of `y`?


def slope(X, y, w):
    return 2 / n * (X.T @ (X @ w - y))
