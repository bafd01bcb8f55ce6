# says: Which number does that weight meet?
def group_gap(balance, w, b):
    return w[1] * balance
