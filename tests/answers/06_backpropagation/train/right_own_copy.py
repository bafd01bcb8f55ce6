def train(X, Y, layers, activations, derivatives, lr, n_epochs, batch_size, rng):
    layers = [[W.copy(), b.copy()] for W, b in layers]
    history = []
    for _ in range(n_epochs):
        for X_batch, Y_batch in toolbox.mini_batches(X, Y, batch_size, rng):
            Zs, As = toolbox.forward_layers(X_batch, layers, activations)
            gradients = toolbox.backward(Y_batch, layers, derivatives, Zs, As)
            for k, (dW, db) in enumerate(gradients):
                layers[k][0] -= lr * dW
                layers[k][1] -= lr * db
        prediction = toolbox.forward_layers(X, layers, activations)[1][-1]
        history.append(np.mean((prediction - Y) ** 2))
    return layers, history
