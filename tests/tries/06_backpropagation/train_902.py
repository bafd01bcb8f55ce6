def train(X, Y, layers, activations, derivatives, lr, n_epochs, batch_size, rng):
    history = []
    for epoch in range(n_epochs):
        for X_batch, Y_batch in toolbox.mini_batches(X, Y, batch_size, rng):
            Zs, As = toolbox.forward_layers(X_batch, layers, activations)
            gradients = toolbox.backward(Y_batch, layers, derivatives, Zs, As)
            new_layers = []
            for (W, b), (dW, db) in zip(layers, gradients):
                new_layers.append((W - lr * dW, b - lr * db))
        _, As = toolbox.forward_layers(X, layers, activations)
        history.append(toolbox.mean_squared_error(Y, As[-1]))
    return layers, history
