# says: For one input by hand
def backward_layer(dZ, A_prev, W):
    dW = A_prev.T @ dZ
    db = np.sum(dZ, axis=0)
    dA_prev = 2 * dZ @ W.T
    return dW, db, dA_prev
