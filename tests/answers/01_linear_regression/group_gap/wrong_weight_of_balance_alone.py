# says: one number. What is asked
def group_gap(balance, w, b):
    return w[0]
