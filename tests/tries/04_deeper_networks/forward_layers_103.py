def forward_layers(X, layers, activations):
    Zs, As = [], [X]
    for (W, b), activation in zip(layers, activations):
        Zs.append(As[-1] @ W + b)
        As.append(activation(Zs))
    return Zs, As
