def backward_layer(dZ, A_prev, W):
    dW = np.zeros(W.shape)
    db = np.zeros(W.shape[1])
    dA_prev = np.zeros(A_prev.shape)
    for row in range(len(dZ)):
        dW += np.outer(A_prev[row], dZ[row])
        db += dZ[row]
        dA_prev[row] = W @ dZ[row]
    return dW, db, dA_prev
