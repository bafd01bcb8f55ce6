def one_layer(A, W, b, f):
    Z = np.matmul(A, W) + b
    return Z, f(Z)

def forward_layers(X, layers, activations):
    As = [np.array(X)]
    Zs = []
    for i, (W, b) in enumerate(layers):
        Z, A = one_layer(As[-1], W, b, activations[i])
        Zs.append(Z)
        As.append(A)
    return Zs, As
