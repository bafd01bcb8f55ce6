def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    for (W, b), activation in zip(layers, activations):
        Z = W @ As[-1] + b
        Zs.append(Z)
        As.append(activation(Z))
    return Zs, As
