def fit_linear(X, y):
    ones = np.ones((len(X), 1))
    w = np.linalg.lstsq(np.concatenate([X, ones], axis=1), y)[0]
    return [w[:-1], w[-1]]
