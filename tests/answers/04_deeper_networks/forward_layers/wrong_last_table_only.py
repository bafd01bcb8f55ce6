# says: one of them is an array
def forward_layers(X, layers, activations):
    Zs = []
    As = X
    for (W, b), activation in zip(layers, activations, strict=True):
        Z = As @ W + b
        Zs.append(Z)
        As = activation(Z)
    return Zs, As
