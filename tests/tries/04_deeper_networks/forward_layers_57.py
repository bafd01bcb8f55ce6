def forward_layers(X, layers, activations):
    Zs = []
    As = []
    A = X
    for (W, b), activation in zip(layers, activations, strict=True):
        Z = A @ W + b
        A = activation(Z)
        Zs.append(Z)
        As.append(A)
    return Zs, As
