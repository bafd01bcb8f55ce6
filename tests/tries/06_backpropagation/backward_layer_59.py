def backward_layer(dZ, A_prev, W):
    return A_prev.T @ dZ, dZ, dZ @ W.T
