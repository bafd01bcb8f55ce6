# says: before the blame went through it


def train(X, Y, layers, activations, derivatives, lr, n_epochs, batch_size, rng):
    history = []
    for _ in range(n_epochs):
        for X_batch, Y_batch in toolbox.mini_batches(X, Y, batch_size, rng):
            Zs, As = toolbox.forward_layers(X_batch, layers, activations)
            dA = 2 * (As[-1] - Y_batch) / Y_batch.size
            new_layers = list(layers)
            for k in reversed(range(len(layers))):
                W, b = layers[k]
                dZ = dA * derivatives[k](Zs[k])
                dW, db, dA = toolbox.backward_layer(dZ, As[k], W)
                new_layers[k] = (W - lr * dW, b - lr * db)
                dA = dZ @ new_layers[k][0].T
            layers = new_layers
        _, As = toolbox.forward_layers(X, layers, activations)
        history.append(toolbox.mean_squared_error(Y, As[-1]))
    return layers, history
