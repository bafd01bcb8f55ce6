def group_gap(balance, w, b):
    return np.array([w[1]] * len(balance))
