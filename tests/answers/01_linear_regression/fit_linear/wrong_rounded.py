# says: Is rounding asked for
def fit_linear(X, y):
    X_ones = np.column_stack([X, np.ones(len(X))])
    result = np.linalg.lstsq(X_ones, y, rcond=None)[0].round(3)
    return result[:-1], result[-1]
