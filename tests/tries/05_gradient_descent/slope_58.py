def slope(X, y, w):
    errors = y - X @ w
    return 2 / len(y) * X.T @ errors
