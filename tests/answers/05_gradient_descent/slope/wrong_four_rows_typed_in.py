# says: The sums were divided by 4. Is that the number of rows here?
def slope(X, y, w):
    errors = X @ w - y
    return 2 / 4 * (X.T @ errors)
