# says: That is the slope along the first weight alone.
def slope(X, y, w):
    errors = X @ w - y
    return 2 * np.mean(errors * X[:, 0])
