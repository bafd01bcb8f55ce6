def backward(Y, layers, derivatives, Zs, As):
    dA = 2 * (As[-1] - Y) / Y.size
    gradients = []
    for (W, b), derivative, Z, A in zip(reversed(layers), reversed(derivatives), reversed(Zs), reversed(As)):
        dZ = dA * derivative(Z)
        dW, db, dA = toolbox.backward_layer(dZ, A, W)
        gradients.insert(0, (dW, db))
    return gradients
