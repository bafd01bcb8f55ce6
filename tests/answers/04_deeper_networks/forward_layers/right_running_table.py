def forward_layers(X, layers, activations):
    A = np.asarray(X)
    Zs = []
    As = [A]
    for layer, activation in zip(layers, activations):
        Z = A @ layer[0] + layer[1]
        A = activation(Z)
        Zs += [Z]
        As += [A]
    return tuple(Zs), tuple(As)
