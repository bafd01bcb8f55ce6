# says: The second layer sees the sums of the first
def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    Z = X
    for (W, b), activation in zip(layers, activations, strict=True):
        Z = Z @ W + b
        Zs.append(Z)
        As.append(activation(Z))
    return Zs, As
