# says: That is A_prev itself.
def backward_layer(dZ, A_prev, W):
    dW = A_prev.T @ dZ
    db = np.sum(dZ, axis=0)
    dA_prev = dZ @ W.T
    return dW, db, A_prev
