# says: Python knows no number called `e`
def sigmoid(z):
    p = e ** -np.abs(z)
    return np.where(np.asarray(z) >= 0, 1, p) / (1 + p)
