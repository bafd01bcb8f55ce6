def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    for (W, b), activation in zip(layers, activations):
        Z = As[-1] @ W + b
        Zs = np.append(Zs, Z)
        As = np.append(As, activation(Z))
    return Zs, As
