# says: the best line through the point (0, 0)
def fit_linear(X, y):
    return np.linalg.lstsq(X, y, rcond=None)[0], 0
