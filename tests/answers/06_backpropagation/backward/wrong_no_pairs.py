# says: What makes one pair of a dW and its db


def backward(Y, layers, derivatives, Zs, As):
    gradients = []
    dA = 2 * (As[-1] - Y) / Y.size
    for k in reversed(range(len(layers))):
        dZ = dA * derivatives[k](Zs[k])
        dW, db, dA = toolbox.backward_layer(dZ, As[k], layers[k][0])
        gradients.insert(0, dW)
        gradients.insert(1, db)
    return gradients
