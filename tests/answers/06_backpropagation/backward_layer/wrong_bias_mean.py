# says: That is a mean over the rows.


def backward_layer(dZ, A_prev, W):
    dW = A_prev.T @ dZ
    db = np.mean(dZ, axis=0)
    dA_prev = dZ @ W.T
    return dW, db, dA_prev
