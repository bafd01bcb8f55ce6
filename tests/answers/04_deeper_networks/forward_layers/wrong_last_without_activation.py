# says: The last layer has no activation
def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    for k, (W, b) in enumerate(layers):
        Zs.append(As[-1] @ W + b)
        if k < len(layers) - 1:
            As.append(activations[k](Zs[-1]))
        else:
            As.append(Zs[-1])
    return Zs, As
