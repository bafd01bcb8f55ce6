# says: There is no `group_gap` in `toolbox`: it is yours to write.
def group_gap(balance, w, b):
    return toolbox.group_gap(balance, w, b)
