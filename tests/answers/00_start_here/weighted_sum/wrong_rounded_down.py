# says: The half is lost
def weighted_sum(x, w):
    return x @ w // 1
