# says: last of the four things
def fit_linear(X, y):
    X_ones = np.column_stack([X, np.ones(len(X))])
    result = np.linalg.lstsq(X_ones, y, rcond=None)
    return result[0][:-1], result[-1]
