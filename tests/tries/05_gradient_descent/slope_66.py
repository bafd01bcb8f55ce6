def slope(X, y, w):
    errors = X @ w - y
    return 2 / 4 * X.T @ errors
