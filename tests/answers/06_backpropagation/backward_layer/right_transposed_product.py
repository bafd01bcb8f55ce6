def backward_layer(dZ, A_prev, W):
    dW = (dZ.T @ A_prev).T
    db = np.ones(len(dZ)) @ dZ
    dA_prev = (W @ dZ.T).T
    return [dW, db, dA_prev]
