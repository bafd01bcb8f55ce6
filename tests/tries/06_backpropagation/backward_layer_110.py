def backward_layer(dZ, A_prev, W):
    dW = A_prev.T @ dZ
    db = []
    for row in dZ:
        db.append(np.sum(row))
    dA_prev = dZ @ W.T
    return dW, np.array(db), dA_prev
