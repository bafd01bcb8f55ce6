def backward(Y, layers, derivatives, Zs, As):
    gradients = []
    dA = 2 * (As - Y) / Y.size
    for k in reversed(range(len(layers))):
        dZ = dA * derivatives[k](Zs[k])
        dW, db, dA = toolbox.backward_layer(dZ, As[k], layers[k][0])
        gradients.insert(0, (dW, db))
    return gradients
