# says: Python knows no number called `e`
def tanh(z):
    p = e ** (-2 * np.abs(z))
    return np.sign(z) * (1 - p) / (1 + p)
