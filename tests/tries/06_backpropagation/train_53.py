def train(X, Y, layers, activations, derivatives, lr, n_epochs, batch_size, rng):
    layers = [(W.astype(float), b.astype(float)) for W, b in layers]
    history = []
    for epoch in range(n_epochs):
        for X_batch, Y_batch in toolbox.mini_batches(X, Y, batch_size, rng):
            Zs, As = toolbox.forward_layers(X_batch, layers, activations)
            gradients = toolbox.backward(Y_batch, layers, derivatives, Zs, As)
            for k in range(len(layers)):
                W, b = layers[k]
                dW, db = gradients[k]
                layers[k] = (toolbox.update(W, dW, lr), toolbox.update(b, db, lr))
        Zs, As = toolbox.forward_layers(X, layers, activations)
        history.append(toolbox.mean_squared_error(Y, As[-1]))
    return layers, history
