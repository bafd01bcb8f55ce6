# says: gives a text and no number
def sigmoid(z):
    return np.where(np.asarray(z) >= 0, "1 / (1 + p)", "p / (1 + p)")
