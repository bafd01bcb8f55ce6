# says: X stands on its side in the prediction.
def slope(X, y, w):
    errors = X.T @ w - y
    return 2 / len(y) * X @ errors
