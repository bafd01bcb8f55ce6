def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    for (W, b), activation in zip(layers, activations, strict=True):
        Z = X @ W + b
        Zs.append(Z)
        As.append(activation(Z))
    return Zs, As
