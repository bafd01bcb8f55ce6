# says: That is the mean of a whole table.
def slope(X, y, w):
    errors = X @ w - y
    return 2 * np.mean(errors * X)
