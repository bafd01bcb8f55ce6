def sigmoid(z):
    p = np.exp(-np.abs(z))
    upper = np.where(z < 0, p, 1)
    lower = 1 + p
    return upper / lower
