# says: Which lines should run once, and which in every turn
def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    A = X
    for (W, b), f in zip(layers, activations):
        Z = A @ W + b
        A = f(Z)
    Zs.append(Z)
    As.append(A)
    return Zs, As
