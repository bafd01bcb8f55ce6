def backward_layer(dZ, A_prev, W):
    return A_prev.transpose @ dZ, np.sum(dZ, axis=0), dZ @ W.transpose
