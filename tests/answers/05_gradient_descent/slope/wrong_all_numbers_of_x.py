# says: The sums were divided by 9.
def slope(X, y, w):
    errors = X @ w - y
    return 2 / X.size * (X.T @ errors)
