# says: That is the first product alone
def weighted_sum(x, w):
    return x[0] * w[0]
