# says: gives nan: infinity was divided by infinity
def sigmoid(z):
    with np.errstate(all="ignore"):
        return np.exp(z) / (1 + np.exp(z))
