def fit_linear(X, y):
    X_ones = np.column_stack([X, np.ones(len(X))])
    parameters = np.linalg.lstsq(X_ones, y, rcond=None)[0]
    w = parameters[:-1]
    b = parameters[-1]
    return w
