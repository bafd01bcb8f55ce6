# says: has the name `layers` gone to the new ones by then?


def train(X, Y, layers, activations, derivatives, lr, n_epochs, batch_size, rng):
    history = []
    for _ in range(n_epochs):
        for X_batch, Y_batch in toolbox.mini_batches(X, Y, batch_size, rng):
            Zs, As = toolbox.forward_layers(X_batch, layers, activations)
            gradients = toolbox.backward(Y_batch, layers, derivatives, Zs, As)
            new_layers = [(W - lr * dW, b - lr * db) for (W, b), (dW, db) in zip(layers, gradients)]
        _, As = toolbox.forward_layers(X, layers, activations)
        history.append(toolbox.mean_squared_error(Y, As[-1]))
    return new_layers, history
