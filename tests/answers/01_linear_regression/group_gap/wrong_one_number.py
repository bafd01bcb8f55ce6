# says: but it is a single one. How many balances came in?
def group_gap(balance, w, b):
    return w[1]
