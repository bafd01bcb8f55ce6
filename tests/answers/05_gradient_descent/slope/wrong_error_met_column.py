# says: Each error has met a column of X
def slope(X, y, w):
    errors = X @ w - y
    return 2 * np.mean(errors * X, axis=0)
