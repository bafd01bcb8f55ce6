# says: and must be taken out first?
def fit_linear(X, y):
    X_with_ones = np.column_stack([X, np.ones(len(X))])
    result = np.linalg.lstsq(X_with_ones, y, rcond=None)
    return result[:-1], result[-1]
