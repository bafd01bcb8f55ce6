# says: The prediction and y were added.
def slope(X, y, w):
    return 2 * X.T @ (X @ w + y) / len(y)
