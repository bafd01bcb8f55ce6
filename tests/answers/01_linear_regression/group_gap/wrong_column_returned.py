# says: should have shape (3,), but has shape (3, 1)
def group_gap(balance, w, b):
    return np.full((len(balance), 1), w[1])
