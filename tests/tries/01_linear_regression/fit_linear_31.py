def fit_linear(X, y):
    X_with_ones = np.column_stack([X, np.ones(len(X))])
    parameters = np.linalg.lstsq(X_with_ones, y, rcond=None)
    return parameters[:-1], parameters[-1]
