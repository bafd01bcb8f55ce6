# says: returns one thing, but the one layer
def collapse(W1, b1, W2, b2):
    return W1 @ W2
