def forward_layers(X, layers, activations):
    Zs, As = [], [X]
    for k in range(len(layers)):
        W, b = layers[k]
        Z = np.dot(As[k], W) + b
        Zs.append(Z)
        As.append(activations[k](Z))
    return Zs, As
