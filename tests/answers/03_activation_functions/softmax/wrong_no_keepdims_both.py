# says: The largest numbers did not meet their own rows
def softmax(z):
    e = np.exp(z - np.max(z, axis=-1))
    return e / np.sum(e, axis=-1)
