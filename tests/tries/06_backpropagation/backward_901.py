def backward(Y, layers, derivatives, Zs, As):
    gradients = []
    blame = 2 * (As[-1] - Y) / len(Y)
    for k in reversed(range(len(layers))):
        dZ = blame * derivatives[k](Zs[k])
        dW, db, blame = toolbox.backward_layer(dZ, As[k], layers[k][0])
        gradients.insert(0, dW, db)
    return gradients
