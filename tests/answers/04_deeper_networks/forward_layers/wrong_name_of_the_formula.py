# says: In the formula, f stands for the activation of a layer.
def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    for (W, b), activation in zip(layers, activations):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    return Zs, As
