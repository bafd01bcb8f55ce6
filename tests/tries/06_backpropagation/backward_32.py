def backward(Y, layers, derivatives, Zs, As):
    gradients = []
    dA = 2 * (As[-1] - Y) / Y.size
    for k in reversed(len(layers)):
        dZ = dA * derivatives[k](Zs[k])
        dW, db, dA = toolbox.backward_layer(dZ, As[k], layers[k][0])
        gradients.insert(0, (dW, db))
    return gradients
