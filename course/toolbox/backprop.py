"""From unit 06: who is to blame for the error, and learning from it."""

import numpy as np

from course.toolbox.activations import sigmoid, tanh
from course.toolbox.cost import mean_squared_error, mini_batches
from course.toolbox.layers import forward_layers


def identity_derivative(z):
    """Return the slope of the identity: 1 everywhere."""
    return np.ones_like(z, dtype=float)


def relu_derivative(z):
    """Return the slope of relu: 1 where `z` is positive, 0 elsewhere (also at 0, by agreement)."""
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


def tanh_derivative(z):
    """Return the slope of tanh."""
    return 1 - tanh(z) ** 2


def sigmoid_derivative(z):
    """Return the slope of the sigmoid."""
    return sigmoid(z) * (1 - sigmoid(z))


def backward_layer(dZ, A_prev, W):
    """Pass the blame back through one layer.

    Parameters
    ----------
    dZ : array of shape (n, n_out)
        Slope of the cost along each sum of this layer.
    A_prev : array of shape (n, n_in)
        What the layer received.
    W : array of shape (n_in, n_out)
        The weights of the layer.

    Returns
    -------
    dW : array of shape (n_in, n_out)
    db : array of shape (n_out,)
    dA_prev : array of shape (n, n_in)
    """
    return A_prev.T @ dZ, np.sum(dZ, axis=0), dZ @ W.T


def backward(Y, layers, derivatives, Zs, As):
    """Return the slope of the mean squared error along every weight and bias.

    Parameters
    ----------
    Y : array of shape (n, n_outputs)
        What was observed.
    layers : list of (W, b)
    derivatives : list of functions
        The derivative of each layer's activation.
    Zs, As : lists of arrays
        What `forward_layers` kept.

    Returns
    -------
    list of (dW, db)
        One pair per layer, in the order of `layers`.
    """
    gradients = []
    dA = 2 * (As[-1] - Y) / Y.size
    for k in reversed(range(len(layers))):
        dZ = dA * derivatives[k](Zs[k])
        dW, db, dA = backward_layer(dZ, As[k], layers[k][0])
        gradients.insert(0, (dW, db))
    return gradients


def gradient_check(gradient, numerical):
    """Return how far apart two gradients of equal shape are, relative to their size."""
    difference = np.max(np.abs(gradient - numerical))
    return difference / max(np.max(np.abs(gradient) + np.abs(numerical)), 1e-12)


def train(X, Y, layers, activations, derivatives, lr, n_epochs, batch_size, rng):
    """Train a network with mini-batches and return its layers and its history.

    Parameters
    ----------
    X : array of shape (n, n_features)
    Y : array of shape (n, n_outputs)
    layers : list of (W, b)
        Where to start; left unchanged.
    activations, derivatives : lists of functions
        One per layer.
    lr : float
        Learning rate.
    n_epochs, batch_size : int
    rng : numpy.random.Generator
        Draws the order of the rows in each epoch.

    Returns
    -------
    layers : list of (W, b)
    history : list of float
        The mean squared error over all rows after each epoch.
    """
    history = []
    for _ in range(n_epochs):
        for X_batch, Y_batch in mini_batches(X, Y, batch_size, rng):
            Zs, As = forward_layers(X_batch, layers, activations)
            gradients = backward(Y_batch, layers, derivatives, Zs, As)
            layers = [
                (W - lr * dW, b - lr * db)
                for (W, b), (dW, db) in zip(layers, gradients, strict=True)
            ]
        _, As = forward_layers(X, layers, activations)
        history.append(mean_squared_error(Y, As[-1]))
    return layers, history
