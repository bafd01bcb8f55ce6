def fit_linear(X, y):
    X_with_ones = np.column_stack([X, np.ones(len(X))])
    parameters = np.linalg.solve(X_with_ones.T @ X_with_ones, X_with_ones.T @ y)
    return parameters[:-1], parameters[-1]
