def fit_linear(X, y):
    X_with_ones = X.column_stack(np.ones(len(X)))
    parameters = np.linalg.lstsq(X_with_ones, y, rcond=None)[0]
    return parameters[:-1], parameters[-1]
