# says: The second layer has the weights of the first
def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    for activation in activations:
        W, b = layers[0]
        Zs.append(As[-1] @ W + b)
        As.append(activation(Zs[-1]))
    return Zs, As
