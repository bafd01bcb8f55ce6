def forward_layers(X, layers, activations):
    Zs, As = [], [X]
    for W, b in layers:
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(activations[0](Z))
    return Zs, As
