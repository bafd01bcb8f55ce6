# says: sums of the rows


def backward_layer(dZ, A_prev, W):
    dW = A_prev.T @ dZ
    db = np.sum(dZ, axis=1)
    dA_prev = dZ @ W.T
    return dW, db, dA_prev
