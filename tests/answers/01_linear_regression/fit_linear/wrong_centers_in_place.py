# says: changes the data that it was given
def fit_linear(X, y):
    x_mean, y_mean = X.mean(axis=0), y.mean()
    X -= x_mean
    w = np.linalg.lstsq(X, y - y_mean, rcond=None)[0]
    return w, y_mean - x_mean @ w
