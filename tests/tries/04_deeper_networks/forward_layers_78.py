def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    for k in range(len(layers) - 1):
        W, b = layers[k]
        Zs.append(As[k] @ W + b)
        As.append(activations[k](Zs[k]))
    return Zs, As
