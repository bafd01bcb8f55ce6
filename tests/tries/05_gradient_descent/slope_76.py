def slope(X, y, w):
    errors = X @ w - y
    return 2 / X.size * X.T @ errors
