# says: Is the blame carried through the last layer first?
def backward(Y, layers, derivatives, Zs, As):
    gradients = []
    dA = 2 * (As[-1] - Y) / Y.size
    start = dA
    for k in reversed(range(len(layers))):
        dZ = dA * derivatives[k](Zs[k])
        dW, db, dA = toolbox.backward_layer(dZ, As[k], layers[k][0])
        dA = dA + start
        gradients.insert(0, (dW, db))
    return gradients
