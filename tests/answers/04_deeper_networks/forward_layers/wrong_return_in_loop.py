# says: How many turns does your loop make before
def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    for (W, b), activation in zip(layers, activations, strict=True):
        Zs.append(As[-1] @ W + b)
        As.append(activation(Zs[-1]))
        return Zs, As
