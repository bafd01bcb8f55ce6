def backward_layer(dZ, A_prev, W):
    return A_prev.T @ dZ, np.array([np.sum(dZ[:, j]) for j in range(dZ.shape[1])]), dZ @ W.T
