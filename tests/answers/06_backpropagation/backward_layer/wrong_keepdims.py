# says: The numbers are right. How many brackets are there


def backward_layer(dZ, A_prev, W):
    dW = A_prev.T @ dZ
    db = np.sum(dZ, axis=0, keepdims=True)
    dA_prev = dZ @ W.T
    return dW, db, dA_prev
