# says: Zs and As should stay lists
def forward_layers(X, layers, activations):
    Zs = []
    As = [X]
    for (W, b), f in zip(layers, activations):
        Zs.append(As[-1] @ W + b)
        As.append(f(Zs[-1]))
    return np.array(Zs), np.array(As)
