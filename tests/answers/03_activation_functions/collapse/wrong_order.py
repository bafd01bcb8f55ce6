# says: The order is turned round
def collapse(W1, b1, W2, b2):
    return W2 @ W1, b1 @ W2 + b2
