# says: The bias is still in it
def group_gap(balance, w, b):
    return np.full(len(balance), w[1] + b)
