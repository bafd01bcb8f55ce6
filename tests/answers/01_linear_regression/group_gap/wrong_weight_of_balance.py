# says: In which column does retired stand?
def group_gap(balance, w, b):
    return np.full(len(balance), w[0])
