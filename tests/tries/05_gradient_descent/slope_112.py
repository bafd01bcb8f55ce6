def slope(X, y, w):
    errors = X @ w - y
    return 2 / len(X[0]) * X.T @ errors
