# says: These are the powers
def softmax(z):
    return np.exp(z)
