def slope(X, y, w):
    n = len(X.T)
    errors = X @ w - y
    return 2 / n * X.T @ errors
