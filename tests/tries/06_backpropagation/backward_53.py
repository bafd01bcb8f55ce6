def backward(Y, layers, derivatives, Zs, As):
    n = len(layers)
    result = [None] * n
    dA = -2 * (Y - As[n]) / (Y.shape[0] * Y.shape[1])
    for k in reversed(range(n)):
        W, b = layers[k]
        dZ = dA * derivatives[k](Zs[k])
        result[k] = (As[k].T @ dZ, dZ.sum(axis=0))
        dA = dZ @ W.T
    return result
