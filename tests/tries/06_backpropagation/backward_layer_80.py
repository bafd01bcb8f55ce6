def backward_layer(dZ, A_prev, W):
    dW = np.outer(A_prev[0], dZ[0])
    db = dZ[0]
    dA_prev = dZ @ W.T
    return dW, db, dA_prev
