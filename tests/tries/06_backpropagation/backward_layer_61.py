def backward_layer(dZ, A_prev, W):
    return A_prev.T @ dZ, np.sum(dZ, axis=0), dZ @ W
