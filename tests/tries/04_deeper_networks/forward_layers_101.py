def forward_layers(X, layers, activations):
    Zs, As = [], [X]
    for layer in layers:
        W, b = layers[0]
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(activations[0](Z))
    return Zs, As
