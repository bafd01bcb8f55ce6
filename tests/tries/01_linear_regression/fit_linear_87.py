def fit_linear(X, y):
    A = np.hstack([X, np.ones((len(X), 1))])
    p = np.linalg.lstsq(A, y, rcond=None)[0]
    return p[:-1], p[-1]
