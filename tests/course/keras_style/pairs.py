"""The same architecture, weights and data for this library and for real Keras."""

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

ACTIVATIONS = ["linear", "relu", "leaky_relu", "elu", "tanh", "sigmoid", "softmax"]
LOSSES = [
    "mean_squared_error",
    "mean_absolute_error",
    "binary_crossentropy",
    "categorical_crossentropy",
    "sparse_categorical_crossentropy",
]


@dataclass
class Case:
    """One drawn network with data for it."""

    n_features: int
    layers: list  # of (units, activation, use_bias)
    loss: str
    n_rows: int
    scale: float
    seed: int

    def model(self, keras):
        """Build the network in the given library, with the weights that the seed draws."""
        model = keras.Sequential([keras.Input((self.n_features,))])
        for units, activation, use_bias in self.layers:
            if activation == "tanh" and keras.__name__ == "keras":
                import jax.numpy

                activation = jax.numpy.tanh  # Keras's own gives float32 on JAX, whatever floatx
            model.add(keras.layers.Dense(units, activation=activation, use_bias=use_bias))
        rng = np.random.default_rng(self.seed)
        model.set_weights([self.scale * rng.normal(size=w.shape) for w in model.get_weights()])
        return model

    def data(self):
        """Return x of shape (n_rows, n_features) and y of shape (n_rows, n_outputs)."""
        rng = np.random.default_rng(self.seed + 1)
        x = rng.normal(size=(self.n_rows, self.n_features))
        n_outputs = self.layers[-1][0]
        if self.loss.startswith("mean"):
            return x, rng.normal(size=(self.n_rows, n_outputs))
        if self.loss == "categorical_crossentropy":
            return x, np.eye(n_outputs)[rng.integers(n_outputs, size=self.n_rows)]
        if self.loss == "sparse_categorical_crossentropy":
            return x, rng.integers(n_outputs, size=self.n_rows)
        return x, rng.integers(2, size=(self.n_rows, n_outputs)).astype(float)


@st.composite
def cases(draw, scales=(0.1, 1.0), losses=tuple(LOSSES)):
    """Draw networks of one to four layers, with a last activation that suits the loss."""
    loss = draw(st.sampled_from(losses))
    last = {
        "mean_squared_error": ACTIVATIONS,
        "mean_absolute_error": ACTIVATIONS,
        "binary_crossentropy": ["sigmoid", "sigmoid", "softmax"],
        "categorical_crossentropy": ["softmax", "softmax", "sigmoid"],
        "sparse_categorical_crossentropy": ["softmax", "softmax", "sigmoid"],
    }[loss]
    layers = []
    for _ in range(draw(st.integers(0, 3))):
        activation = draw(st.sampled_from(ACTIVATIONS))
        units = draw(st.integers(2 if activation == "softmax" else 1, 7))
        layers.append((units, activation, draw(st.booleans())))
    activation = draw(st.sampled_from(last))
    several = activation == "softmax" or loss.endswith("categorical_crossentropy")
    n_outputs = draw(st.integers(2 if several else 1, 4))
    layers.append((n_outputs, activation, draw(st.booleans())))
    return Case(
        n_features=draw(st.integers(1, 6)),
        layers=layers,
        loss=loss,
        n_rows=draw(st.integers(1, 23)),
        scale=draw(st.sampled_from(scales)),
        seed=draw(st.integers(0, 2**16)),
    )
