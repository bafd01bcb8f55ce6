# says: toolbox.sigmoid is a finished copy
def tanh(z):
    return 2 * toolbox.sigmoid(2 * np.asarray(z)) - 1
