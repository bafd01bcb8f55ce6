# says: what another notebook defined is not known in this one
def node_value(x, w):
    return weighted_sum(x, w)
