def backward_layer(dZ, A_prev, W):
    return {"dW": A_prev.T @ dZ, "db": np.sum(dZ, axis=0), "dA_prev": dZ @ W.T}
