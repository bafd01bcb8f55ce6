# says: Every count met the sum
def weighted_sum(x, w):
    return x * np.sum(w)
