def forward_layers(X, layers, activations):
    Zs = [X]
    As = [X]
    for (W, b), activation in zip(layers, activations, strict=True):
        Z = Zs[-1] @ W + b
        Zs.append(Z)
        As.append(activation(Z))
    return Zs, As
