def collapse(W1, b1, W2, b2):
    w = W1 @ W2
    b = b1 @ W2 + b2
    return W, b
