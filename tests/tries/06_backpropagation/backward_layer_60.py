def backward_layer(dZ, A_prev, W):
    return A_prev.T @ dZ, np.mean(dZ, axis=0), dZ @ W.T
