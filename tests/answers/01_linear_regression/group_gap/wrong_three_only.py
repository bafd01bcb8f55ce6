# says: should have shape (5,)
def group_gap(balance, w, b):
    return np.array([w[1], w[1], w[1]])
