# says: returned a list
def group_gap(balance, w, b):
    return [w[1] for _ in balance]
