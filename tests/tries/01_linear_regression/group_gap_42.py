def group_gap(balance, w, b):
    return w
