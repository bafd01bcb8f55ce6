def fit_linear(X, y):
    X_ones = np.column_stack([X, np.ones(len(X))])
    p = np.linalg.lstsq(X_ones, y, rcond=None)[0]
    return [p[:-1], p[-1]]
