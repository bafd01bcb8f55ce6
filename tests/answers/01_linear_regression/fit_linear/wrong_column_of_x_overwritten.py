# says: Only the ones are left in the table.
def fit_linear(X, y):
    X[:, -1] = 1
    parameters = np.linalg.lstsq(X, y, rcond=None)[0]
    return parameters, parameters[-1]
