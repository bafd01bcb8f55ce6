# says: Something was divided by the numbers of y themselves.
def slope(X, y, w):
    errors = X @ w - y
    return 2 / y * X.T @ errors
