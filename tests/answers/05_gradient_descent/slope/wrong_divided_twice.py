# says: The sums were divided by 4 twice.
def slope(X, y, w):
    errors = 2 * (X @ w - y) / len(y)
    return X.T @ errors / len(y)
