def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    for k in range(len(layers)):
        W, b = layers[k]
        Z = As[-1] @ W + b
        Zs.append(Z)
        if k < len(layers) - 1:
            As.append(activations[k](Z))
        else:
            As.append(Z)
    return Zs, As
