# says: Where do the counts come in?
def weighted_sum(x, w):
    return np.sum(w)
