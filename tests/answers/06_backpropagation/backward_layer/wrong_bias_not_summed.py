# says: That is the blame in each row.


def backward_layer(dZ, A_prev, W):
    dW = A_prev.T @ dZ
    db = dZ
    dA_prev = dZ @ W.T
    return dW, db, dA_prev
