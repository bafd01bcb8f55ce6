def backward(Y, layers, derivatives, Zs, As):
    result = []
    dA = 2 * (As[-1] - Y) / Y.size
    k = len(layers) - 1
    while k >= 0:
        dZ = dA * derivatives[k](Zs[k])
        dW, db, dA = toolbox.backward_layer(dZ, As[k], layers[k][0])
        result.append([dW, db])
        k -= 1
    return result[::-1]
