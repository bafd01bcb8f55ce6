def backward(Y, layers, derivatives, Zs, As):
    dA = 2 * (As[-1] - Y) / Y.size
    gradients = []
    for k in reversed(range(len(layers))):
        W, b = layers[k]
        dZ = dA * derivatives[k](Zs[k])
        gradients.insert(0, toolbox.backward_layer(dZ, As[k], W))
        dA = gradients[0][2]
    return gradients
