# says: That is the mean error. Where
def slope(X, y, w):
    y_hat = X @ w
    errors = y_hat - y
    return np.mean(errors)
