# says: How many balances came in
def group_gap(balance, w, b):
    return np.array([w[1]])
