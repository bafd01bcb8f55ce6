def collapse(W1, b1, W2, b2):
    b = (np.zeros(len(W1)) @ W1 + b1) @ W2 + b2
    W = (np.eye(len(W1)) @ W1 + b1) @ W2 + b2 - b
    return W, b
