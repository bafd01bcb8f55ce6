def backward_layer(dZ, A_prev, W):
    Z = A_prev @ W
    dW = Z.T @ dZ
    db = np.sum(dZ, axis=0)
    dA_prev = dZ @ W.T
    return dW, db, dA_prev
