def backward_layer(dZ, A_prev, W):
    db = np.ones(len(dZ)) @ dZ
    return A_prev.T @ dZ, db, (W @ dZ.T).T
