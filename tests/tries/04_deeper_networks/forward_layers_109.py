def forward_layers(X, layers, activations):
    W1, b1 = layers[0]
    W2, b2 = layers[1]
    Z1 = X @ W1 + b1
    A1 = activations[0](Z1)
    Z2 = A1 @ W2 + b2
    A2 = activations[1](Z2)
    return [Z1, Z2], [X, A1, A2]
