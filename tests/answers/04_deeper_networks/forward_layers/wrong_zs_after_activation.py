# says: These are the values after relu
def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    for (W, b), activation in zip(layers, activations, strict=True):
        Zs.append(activation(As[-1] @ W + b))
        As.append(Zs[-1])
    return Zs, As
