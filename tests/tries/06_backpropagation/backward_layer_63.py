def backward_layer(dZ, A_prev, W):
    return dZ.T @ A_prev, np.sum(dZ, axis=0), dZ @ W.T
