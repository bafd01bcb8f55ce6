def group_gap(balance, w, b):
    retired = w[0] * balance + w[1] * 1 + b
    others = w[0] * balance + w[1] * 0 + b
    return retired - others
