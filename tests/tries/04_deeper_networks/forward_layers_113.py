def forward_layers(X, layers, activations):
    result = []
    A = X
    for (W, b), activation in zip(layers, activations):
        Z = A @ W + b
        A = activation(Z)
        result.append((Z, A))
    return result
