# says: The balance is still in it
def group_gap(balance, w, b):
    return w[0] * balance + w[1]
