# says: Which part of the parameters holds all of them?
def fit_linear(X, y):
    X_with_ones = np.column_stack([X, np.ones(len(X))])
    parameters = np.linalg.lstsq(X_with_ones, y, rcond=None)[0]
    return parameters[0], parameters[1]
