# says: no weight in it
def fit_linear(X, y):
    X_ones = np.column_stack([X, np.ones(len(X))])
    result = np.linalg.lstsq(X, y, rcond=None)
    return result[0][:-1], result[0][-1]
