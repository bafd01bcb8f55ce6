# says: For -1 one half comes out
def sigmoid(z):
    p = np.exp(-np.abs(z))
    upper = np.where(np.asarray(z) >= 0, 1, p)
    return upper / (upper + p)
