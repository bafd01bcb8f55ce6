def backward(Y, layers, derivatives, Zs, As):
    dA = 2 * (As[-1] - Y) / Y.size
    gradients = []
    for k in range(len(layers)):
        W, b = layers[k]
        dZ = dA * derivatives[k](Zs[k])
        dW, db, dA = toolbox.backward_layer(dZ, As[k], W)
        gradients.insert(0, (dW, db))
    return gradients
