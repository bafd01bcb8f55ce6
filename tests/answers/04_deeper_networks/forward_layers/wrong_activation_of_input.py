# says: The activation saw what came into the layer.
def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    for (W, b), activation in zip(layers, activations, strict=True):
        Zs.append(As[-1] @ W + b)
        As.append(activation(As[-1]))
    return Zs, As
