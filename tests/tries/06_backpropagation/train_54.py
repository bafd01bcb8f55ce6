def one_step(layers, gradients, lr):
    new = []
    for k in range(len(layers)):
        new.append((layers[k][0] - lr * gradients[k][0], layers[k][1] - lr * gradients[k][1]))
    return new

def train(X, Y, layers, activations, derivatives, lr, n_epochs, batch_size, rng):
    history = []
    for epoch in range(n_epochs):
        batches = toolbox.mini_batches(X, Y, batch_size, rng)
        for X_b, Y_b in batches:
            Zs, As = toolbox.forward_layers(X_b, layers, activations)
            layers = one_step(layers, toolbox.backward(Y_b, layers, derivatives, Zs, As), lr)
        prediction = toolbox.forward_layers(X, layers, activations)[1][-1]
        history.append(toolbox.mean_squared_error(Y, prediction))
    return layers, history
