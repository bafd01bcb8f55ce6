# says: The biases were added to the weights.
def forward_layers(X, layers, activations):
    Zs, As = [], [X]
    for (W, b), activation in zip(layers, activations):
        Z = As[-1] @ (W + b)
        Zs.append(Z)
        As.append(activation(Z))
    return Zs, As
