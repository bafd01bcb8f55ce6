def backward(Y, layers, derivatives, Zs, As):
    gradients = [None] * len(layers)
    dA = (As[-1] - Y) * 2 / (Y.shape[0] * Y.shape[1])
    for k in range(len(layers) - 1, -1, -1):
        dZ = derivatives[k](Zs[k]) * dA
        gradients[k] = [As[k].T @ dZ, dZ.sum(axis=0)]
        dA = dZ @ layers[k][0].T
    return gradients
