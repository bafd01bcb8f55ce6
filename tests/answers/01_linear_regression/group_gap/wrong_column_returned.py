# says: It is a table with one column.
def group_gap(balance, w, b):
    return np.full((len(balance), 1), w[1])
