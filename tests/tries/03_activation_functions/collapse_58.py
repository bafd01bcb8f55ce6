def collapse(W1, b1, W2, b2):
    W = W1 @ W2
    b = np.sum(b1 @ W2) + b2
    return W, b
