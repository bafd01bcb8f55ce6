# says: With which table should As start?
def forward_layers(X, layers, activations):
    Zs, As = [], []
    A = X
    for (W, b), activation in zip(layers, activations):
        Z = A @ W + b
        A = activation(Z)
        Zs.append(Z)
        As.append(A)
    return Zs, As + [A]
