# says: The sums were divided by 9.
def slope(X, y, w):
    errors = 2 * (X @ w - y) / len(y)
    return X.T @ errors / len(y)
