def backward_layer(dZ, A_prev, W):
    return np.transpose(A_prev @ dZ), np.sum(dZ, axis=0), dZ @ W.T
