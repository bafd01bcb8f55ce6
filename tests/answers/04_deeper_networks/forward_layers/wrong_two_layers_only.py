# says: however many
def forward_layers(X, layers, activations):
    Z1 = X @ layers[0][0] + layers[0][1]
    A1 = activations[0](Z1)
    Z2 = A1 @ layers[1 % len(layers)][0] + layers[1 % len(layers)][1] if len(layers) > 1 else A1
    A2 = activations[-1](Z2)
    return [Z1, Z2], [X, A1, A2]
