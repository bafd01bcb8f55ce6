def backward_layer(dZ, A_prev, W):
    dW = A_prev.T @ dZ
    db = [np.sum(dZ[:, j]) for j in range(dZ.shape[1])]
    dA_prev = dZ @ W.T
    return dW, db, dA_prev
