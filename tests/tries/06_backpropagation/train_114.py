def train(X, Y, layers, activations, derivatives, lr, n_epochs, batch_size, rng):
    history = []
    for epoch in range(n_epochs):
        for X_batch, Y_batch in mini_batches(X, Y, batch_size, rng):
            Zs, As = forward_layers(X_batch, layers, activations)
            gradients = backward(Y_batch, layers, derivatives, Zs, As)
            layers = [(W - lr * dW, b - lr * db) for (W, b), (dW, db) in zip(layers, gradients)]
        Zs, As = forward_layers(X, layers, activations)
        history.append(mean_squared_error(Y, As[-1]))
    return layers, history
