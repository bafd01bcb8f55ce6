# says: How many tables does each give
def forward_layers(X, layers, activations):
    Zs = [X]
    As = [X]
    for (W, b), activation in zip(layers, activations, strict=True):
        Zs.append(As[-1] @ W + b)
        As.append(activation(Zs[-1]))
    return Zs, As
