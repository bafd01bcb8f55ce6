def collapse(W1, b1, W2, b2):
    return W1W2, b1W2 + b2
