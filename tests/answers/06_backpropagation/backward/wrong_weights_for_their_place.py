# says: `W` is an array here, and no place number


def backward(Y, layers, derivatives, Zs, As):
    gradients = []
    dA = 2 * (As[-1] - Y) / Y.size
    for W, b in reversed(layers):
        dZ = dA * derivatives[W](Zs[W])
        dW, db, dA = toolbox.backward_layer(dZ, As[k], W)
        gradients.insert(0, (dW, db))
    return gradients
