"""From unit 07: the parts of a small Keras-style library, from one layer to the training loop.

Read it from top to bottom: a layer, two losses with their slopes, two optimizers, a model. The
full-grown form of the same ideas is `course.keras_style`.
"""

import numpy as np

from course.toolbox.activations import identity, relu, sigmoid, tanh
from course.toolbox.backprop import (
    backward_layer,
    identity_derivative,
    relu_derivative,
    sigmoid_derivative,
    tanh_derivative,
)
from course.toolbox.cost import mean_squared_error, mini_batches

ACTIVATIONS = {
    "linear": (identity, identity_derivative),
    "relu": (relu, relu_derivative),
    "tanh": (tanh, tanh_derivative),
    "sigmoid": (sigmoid, sigmoid_derivative),
}
"""Each activation by its name in Keras, with its derivative."""

EPSILON = 1e-7
"""Probabilities stay this far from 0 and 1, as in Keras, so that no logarithm is infinite."""


class Dense:
    """A layer in which every node sees every input.

    Parameters
    ----------
    units : int
        How many nodes the layer has.
    activation : str
        A key of `ACTIVATIONS`.
    """

    def __init__(self, units, activation="linear"):
        self.units = units
        self.activation, self.derivative = ACTIVATIONS[activation]

    def build(self, n_inputs, rng):
        """Draw small random weights for `n_inputs` inputs; the biases start at 0."""
        # Glorot & Bengio 2010, Keras's default: the more lines, the smaller the weights.
        limit = np.sqrt(6 / (n_inputs + self.units))
        self.set_weights([rng.uniform(-limit, limit, (n_inputs, self.units)), np.zeros(self.units)])

    def set_weights(self, weights):
        """Take over W, shape (n_inputs, units), and b, shape (units,)."""
        self.W, self.b = weights

    def get_weights(self):
        """Return [W, b]."""
        return [self.W, self.b]

    def forward(self, X):
        """Return the outputs, shape (n, units), for inputs of shape (n, n_inputs)."""
        self.X = X
        self.Z = X @ self.W + self.b
        return self.activation(self.Z)

    def backward(self, dA):
        """Turn the blame of the outputs into `dW`, `db` and the blame of the inputs."""
        dZ = dA * self.derivative(self.Z)
        self.dW, self.db, dX = backward_layer(dZ, self.X, self.W)
        return dX


def binary_crossentropy(y, y_hat):
    """Return the mean of -log(probability given to what happened), for y of 0 and 1."""
    p = np.clip(y_hat, EPSILON, 1 - EPSILON)
    return np.mean(-(y * np.log(p) + (1 - y) * np.log(1 - p)))


def binary_crossentropy_gradient(y, y_hat):
    """Return the slope of `binary_crossentropy` along each number of `y_hat`."""
    p = np.clip(y_hat, EPSILON, 1 - EPSILON)
    return (p - y) / (p * (1 - p)) / y.size


def mean_squared_error_gradient(y, y_hat):
    """Return the slope of `mean_squared_error` along each number of `y_hat`."""
    return 2 * (y_hat - y) / y.size


def binary_accuracy(y, y_hat):
    """Return the share of rows on the right side of one half."""
    return np.mean((y_hat > 0.5) == (y == 1))


LOSSES = {
    "binary_crossentropy": (binary_crossentropy, binary_crossentropy_gradient),
    "mean_squared_error": (mean_squared_error, mean_squared_error_gradient),
}
"""Each loss by its name in Keras, with its gradient."""


def sgd_step(parameters, gradients, lr):
    """Return a list with each parameter moved against its gradient."""
    return [w - lr * gradient for w, gradient in zip(parameters, gradients, strict=True)]


def adam_step(w, gradient, m, v, t, lr=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    """Return w after step number t (1, 2, ...) of Adam, with the new m and v."""
    m = beta_1 * m + (1 - beta_1) * gradient
    v = beta_2 * v + (1 - beta_2) * gradient**2
    m_hat = m / (1 - beta_1**t)
    v_hat = v / (1 - beta_2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + epsilon), m, v


class SGD:
    """Plain gradient descent; counts its steps in `iterations`."""

    def __init__(self, learning_rate=0.01):
        self.learning_rate = learning_rate
        self.iterations = 0

    def update(self, layers):
        """Change W and b of every layer by its dW and db."""
        self.iterations += 1
        parameters = [w for layer in layers for w in layer.get_weights()]
        gradients = [slope for layer in layers for slope in (layer.dW, layer.db)]
        moved = self.step(parameters, gradients)
        for k, layer in enumerate(layers):
            layer.set_weights(moved[2 * k : 2 * k + 2])

    def step(self, parameters, gradients):
        """Return a list of the moved parameters."""
        return sgd_step(parameters, gradients, self.learning_rate)


class Adam(SGD):
    """Adam (Kingma & Ba 2015): remembers an m and a v for each parameter."""

    def __init__(self, learning_rate=0.001):
        super().__init__(learning_rate)
        self.memory = None

    def step(self, parameters, gradients):
        """Return a list of the moved parameters."""
        memory = self.memory or [(np.zeros_like(w), np.zeros_like(w)) for w in parameters]
        results = [
            adam_step(w, gradient, m, v, self.iterations, self.learning_rate)
            for w, gradient, (m, v) in zip(parameters, gradients, memory, strict=True)
        ]
        self.memory = [(m, v) for _, m, v in results]
        return [w for w, _, _ in results]


class Model:
    """Layers in a row that predict, and a loss that judges them; cannot learn yet.

    Parameters
    ----------
    n_inputs : int
        How many features a row has.
    seed : int
        Fixes the first weights and the order of the rows in training.
    """

    def __init__(self, n_inputs, seed=0):
        self.layers = []
        self.n_outputs = n_inputs
        self.rng = np.random.default_rng(seed)

    def add(self, layer):
        """Put a layer at the end, with as many inputs as there are outputs so far."""
        layer.build(self.n_outputs, self.rng)
        self.layers.append(layer)
        self.n_outputs = layer.units

    def compile(self, optimizer, loss):
        """Choose the optimizer and, by its name, the loss."""
        self.optimizer = optimizer
        self.loss, self.loss_gradient = LOSSES[loss]

    def predict(self, X):
        """Return the last layer's outputs for each row of X."""
        for layer in self.layers:
            X = layer.forward(X)
        return X

    def evaluate(self, X, y):
        """Return the loss and the accuracy on the rows of X, where y was observed."""
        y_hat = self.predict(X)
        return self.loss(y, y_hat), binary_accuracy(y, y_hat)


class Sequential(Model):
    """A model that learns."""

    def train_step(self, X, y):
        """Learn from one batch: forward, blame backward, one step of the optimizer."""
        dA = self.loss_gradient(y, self.predict(X))
        for layer in reversed(self.layers):
            dA = layer.backward(dA)
        self.optimizer.update(self.layers)

    def fit(self, X, y, epochs=1, batch_size=32):
        """Train, and return the history: a dict of lists with one number per epoch."""
        history = {"loss": [], "accuracy": []}
        for _ in range(epochs):
            for X_batch, y_batch in mini_batches(X, y, batch_size, self.rng):
                self.train_step(X_batch, y_batch)
            loss, accuracy = self.evaluate(X, y)
            history["loss"].append(loss)
            history["accuracy"].append(accuracy)
        return history
