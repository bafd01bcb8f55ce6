# says: A bias is in the weights
def collapse(W1, b1, W2, b2):
    return (W1 + b1) @ W2, b2
