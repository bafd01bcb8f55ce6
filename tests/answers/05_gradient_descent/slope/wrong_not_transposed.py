# says: There is a sum for each row of X
def slope(X, y, w):
    errors = X @ w - y
    return 2 / len(y) * (X @ errors)
