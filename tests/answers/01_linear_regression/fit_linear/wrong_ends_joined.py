# says: expected [2.6
def fit_linear(X, y):
    w = (y[-1] - y[0]) / (X[-1] - X[0])
    return w, y[0]
