# says: It is divided by 3.


def backward_layer(dZ, A_prev, W):
    dW = A_prev.T @ dZ / len(dZ)
    db = np.sum(dZ, axis=0)
    dA_prev = dZ @ W.T
    return dW, db, dA_prev
