def forward_layers(X, layers, activations):
    A = X
    for (W, b), activation in zip(layers, activations):
        Z = A @ W + b
        A = activation(Z)
    return A
