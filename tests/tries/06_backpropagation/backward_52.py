def backward(Y, layers, derivatives, Zs, As):
    gradients = []
    dA = 2 / Y.size * (As[-1] - Y)
    for k in range(len(layers) - 1, -1, -1):
        dZ = derivatives[k](Zs[k]) * dA
        dW, db, dA = toolbox.backward_layer(dZ, As[k], layers[k][0])
        gradients.append((dW, db))
    gradients.reverse()
    return gradients
