def backward_layer(dZ, A_prev, W):
    return A_prev.T @ dZ
    return np.sum(dZ, axis=0)
    return dZ @ W.T
