# says: It has a number for each pair of customers.
def backward_layer(dZ, A_prev, W):
    dW = dZ @ A_prev.T
    db = np.sum(dZ, axis=0)
    dA_prev = dZ @ W.T
    return dW, db, dA_prev
