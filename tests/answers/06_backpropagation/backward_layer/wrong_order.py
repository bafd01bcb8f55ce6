# says: dW of backward_layer(dZ, A_prev, W) should have shape (2, 2), but has shape (3, 2)


def backward_layer(dZ, A_prev, W):
    dW = A_prev.T @ dZ
    db = np.sum(dZ, axis=0)
    dA_prev = dZ @ W.T
    return dA_prev, dW, db
