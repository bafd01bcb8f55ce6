# says: `W` holds 2 things in one here


def backward(Y, layers, derivatives, Zs, As):
    gradients = []
    dA = 2 * (As[-1] - Y) / Y.size
    for k in reversed(range(len(layers))):
        dZ = dA * derivatives[k](Zs[k])
        W = layers[k]
        dW, db, dA = toolbox.backward_layer(dZ, As[k], W)
        gradients.insert(0, (dW, db))
    return gradients
