# says: That is the line through the first point and the last.
def fit_linear(X, y):
    w = (y[-1] - y[0]) / (X[-1] - X[0])
    return w, y[0]
