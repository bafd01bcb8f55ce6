# says: Each input has met only one number of the blame.
def backward_layer(dZ, A_prev, W):
    dW = np.sum(A_prev * dZ, axis=0)
    db = np.sum(dZ, axis=0)
    dA_prev = dZ @ W.T
    return dW, db, dA_prev
