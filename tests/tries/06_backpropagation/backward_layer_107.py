def backward_layer(dZ, A_prev, W):
    dW = A_prev.T @ dZ.T
    db = np.sum(dZ, axis=0)
    dA_prev = dZ @ W.T
    return dW, db, dA_prev
