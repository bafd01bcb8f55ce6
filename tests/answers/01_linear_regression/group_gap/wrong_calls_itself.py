# says: `group_gap` calls itself
def group_gap(balance, w, b):
    return group_gap(balance, w, b)
