# says: It is turned on its side.


def backward_layer(dZ, A_prev, W):
    dW = dZ.T @ A_prev
    db = np.sum(dZ, axis=0)
    dA_prev = dZ @ W.T
    return dW, db, dA_prev
