def train(X, Y, layers, activations, derivatives, lr, n_epochs, batch_size, rng):
    history = []
    for epoch in range(n_epochs):
        for X_batch, Y_batch in toolbox.mini_batches(X, Y, batch_size, rng):
            Zs, As = toolbox.forward_layers(X_batch, layers, activations)
            gradients = toolbox.backward(Y_batch, layers, derivatives, Zs, As)
            new_layers = []
            for (W, b), (dW, db) in zip(layers, gradients):
                W_new = W - lr * dW
                b_new = b - lr * db
                new_layers.append((W_new, b_new))
            layers = new_layers
        _, As = toolbox.forward_layers(X, layers, activations)
        history.append(np.mean((As[-1] - Y) ** 2))
    return layers, history
