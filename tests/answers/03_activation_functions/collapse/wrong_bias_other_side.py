# says: Does b1 stand on the same side of W2
def collapse(W1, b1, W2, b2):
    return W1 @ W2, W2 @ b1 + b2
