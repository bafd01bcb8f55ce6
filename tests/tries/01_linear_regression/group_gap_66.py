def group_gap(balance, w, b):
    return np.ones(len(balance)) * w[2]
