# says: The second bias was added
def group_gap(balance, w, b):
    return w[0] * balance + w[1] + b - w[0] * balance + b
