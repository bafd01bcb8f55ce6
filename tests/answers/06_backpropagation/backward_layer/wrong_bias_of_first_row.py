# says: What is the sum of each column of dZ?
def backward_layer(dZ, A_prev, W):
    dW = A_prev.T @ dZ
    db = dZ[0]
    dA_prev = dZ @ W.T
    return dW, db, dA_prev
