def backward_layer(dZ, A_prev, W):
    return A_prev.T @ dZ, np.sum(dZ, 1), dZ @ W.T
