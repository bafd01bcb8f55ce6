# says: The second layer sees X
def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    for (W, b), activation in zip(layers, activations, strict=True):
        Zs.append(X @ W + b)
        As.append(activation(Zs[-1]))
    return Zs, As
