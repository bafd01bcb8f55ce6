def collapse(W1, b1, W2, b2):
    return X @ (W1 @ W2) + (b1 @ W2 + b2)
