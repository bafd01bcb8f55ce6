def slope(X, y, w):
    return -2 * X.T @ (y - X @ w) / y.size
