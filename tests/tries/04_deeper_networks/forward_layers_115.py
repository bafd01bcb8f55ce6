def forward_layers(X, layers, activations):
    Zs, As = [], [X]
    for layer, activation in zip(layers, activations):
        Z = As[-1] @ layer.W + layer.b
        Zs.append(Z)
        As.append(activation(Z))
    return Zs, As
