# says: Work it out by hand for the first weight
def slope(X, y, w):
    return 2 * X.T @ (X @ w + y) / len(y)
