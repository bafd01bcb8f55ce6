def slope(X, y, w):
    errors = X @ w - y
    return 2 / n * X.T @ errors
