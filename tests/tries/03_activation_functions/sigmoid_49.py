def sigmoid(z):
    p = np.exp(-np.abs(z))
    if z >= 0:
        return 1 / (1 + p)
    else:
        return p / (1 + p)
