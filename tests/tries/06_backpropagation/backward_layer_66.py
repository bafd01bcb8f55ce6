def backward_layer(dZ, A_prev, W):
    n = len(dZ)
    return A_prev.T @ dZ / n, np.sum(dZ, axis=0) / n, dZ @ W.T
