# says: Which lines should run once, and which in every turn
def forward_layers(X, layers, activations):
    for (W, b), activation in zip(layers, activations, strict=True):
        Zs = []
        As = [X]
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(activation(Z))
    return Zs, As
