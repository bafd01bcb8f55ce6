# says: times the number of balances
def group_gap(balance, w, b):
    return w[1] * len(balance)
