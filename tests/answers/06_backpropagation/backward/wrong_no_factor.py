# says: That is 2 times too large.


def backward(Y, layers, derivatives, Zs, As):
    gradients = []
    dA = As[-1] - Y
    for k in reversed(range(len(layers))):
        dZ = dA * derivatives[k](Zs[k])
        dW, db, dA = toolbox.backward_layer(dZ, As[k], layers[k][0])
        gradients.insert(0, (dW, db))
    return gradients
