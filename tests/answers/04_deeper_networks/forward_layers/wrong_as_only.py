# says: returns tables, and not two lists of tables
def forward_layers(X, layers, activations):
    As = [X]
    for (W, b), activation in zip(layers, activations, strict=True):
        As.append(activation(As[-1] @ W + b))
    return As
