def group_gap(balance, w, b):
    return w[1] * balance
