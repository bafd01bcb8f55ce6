def forward_layers(X, layers, activations):
    A = X
    Zs = []
    As = [X]
    for (W, b), activation in zip(layers, activations):
        Z = A W + b
        Zs.append(Z)
        A = activation(Z)
        As.append(A)
    return Zs, As
