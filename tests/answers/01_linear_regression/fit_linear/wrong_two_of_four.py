# says: How do you take out the first one?
def fit_linear(X, y):
    w, b = np.linalg.lstsq(np.column_stack([X, np.ones(len(X))]), y, rcond=None)
    return w, b
