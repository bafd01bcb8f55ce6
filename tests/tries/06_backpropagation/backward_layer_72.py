def backward_layer(dZ, A_prev, W):
    dW = W.T @ dZ
    db = np.sum(dZ, axis=0)
    dA_prev = dZ @ A_prev.T
    return dW, db, dA_prev
