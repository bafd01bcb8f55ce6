# says: Where do the weights come in?
def weighted_sum(x, w):
    return np.sum(x)
