# says: changes the data that it was given
def weighted_sum(x, w):
    x *= w
    return np.sum(x)
