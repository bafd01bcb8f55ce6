def slope(X, y, w):
    errors = X @ w - y
    return 2 * np.mean(X.T * errors, axis=0)
