def backward(Y, layers, derivatives, Zs, As):
    gradients = []
    for k in reversed(range(len(layers))):
        W, b = layers[k]
        dA = 2 * (As[k + 1] - Y) / Y.size
        dZ = dA * derivatives[k](Zs[k])
        dW, db, dA = toolbox.backward_layer(dZ, As[k], W)
        gradients.insert(0, (dW, db))
    return gradients
