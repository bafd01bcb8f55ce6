# says: A list cannot be called
def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    for W, b in layers:
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(activations(Z))
    return Zs, As
