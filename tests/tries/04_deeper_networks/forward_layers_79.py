def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    for k in range(len(layers)):
        W, b = layers[k]
        Zs[k] = As[k] @ W + b
        As[k + 1] = activations[k](Zs[k])
    return Zs, As
