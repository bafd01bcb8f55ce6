def forward_layers(X, layers, activations):
    Z1 = X @ W1 + b1
    A1 = toolbox.relu(Z1)
    Z2 = A1 @ W2 + b2
    A2 = toolbox.relu(Z2)
    return [Z1, Z2], [X, A1, A2]
