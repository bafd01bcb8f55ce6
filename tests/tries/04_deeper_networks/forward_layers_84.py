def forward_layers(X, layers, activations):
    A = X
    Zs = []
    As = [X]
    for (W, b), activation in zip(layers, activations):
        Z = A @ W
        Z += b
        A = Z
        A[A < 0] = 0
        Zs.append(Z)
        As.append(A)
    return Zs, As
