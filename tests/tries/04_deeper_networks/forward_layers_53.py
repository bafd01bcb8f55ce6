def forward_layers(X, layers, activations):
    A = X
    Zs, As = [], [A]
    for layer, f in zip(layers, activations):
        Z = np.dot(A, layer[0]) + layer[1]
        A = f(Z)
        Zs += [Z]
        As += [A]
    return Zs, As
