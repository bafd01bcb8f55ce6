# says: the weights once more
def fit_linear(X, y):
    X_ones = np.column_stack([X, np.ones(len(X))])
    result = np.linalg.lstsq(X_ones, y, rcond=None)
    a = result[0]
    return a[:-1], a[:-1]
