# says: first a vector and then a table
def collapse(W1, b1, W2, b2):
    return b1 @ W2 + b2, W1 @ W2
