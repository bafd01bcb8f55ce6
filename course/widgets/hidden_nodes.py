"""Unit 07: the number of hidden nodes, and the boundary that a network can draw with them."""

from functools import cache

import numpy as np

from course import keras_style as keras
from course.figures.style import (
    BLACK,
    BLUE,
    GREY,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
    show,
)
from course.widgets.controls import Slider
from course.widgets.drawing import steady_figure
from course.widgets.live import Live

EDGE = 2.0
"""The picture goes from minus this to this, in both directions."""


def island(n=60, seed=7):
    """Return points of two kinds, of which one lies all around the other.

    Parameters
    ----------
    n : int
        Points of each kind.
    seed : int

    Returns
    -------
    X : array of shape (2 * n, 2)
    y : array of shape (2 * n,)
        1 in the middle, 0 around it.
    """
    rng = np.random.default_rng(seed)
    radius = np.append(0.9 * np.sqrt(rng.uniform(0, 1, n)), rng.uniform(1.25, 1.9, n))
    angle = rng.uniform(0, 2 * np.pi, 2 * n)
    return radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)]), np.repeat([1, 0], n)


@cache
def trained_network(n_hidden, seed):
    """Return a 2-n_hidden-1 network with tanh and sigmoid, trained on the island for 200 epochs.

    Parameters
    ----------
    n_hidden : int
        At least 1.
    seed : int
        Draws the first weights.

    Returns
    -------
    keras_style.Sequential
    """
    X, y = island()
    # Seeded by itself, and not shuffled: the notebook's own random numbers are left alone.
    start = keras.initializers.GlorotUniform(seed)
    # Named, so that the learner's own layers are counted from the first: `dense`, `dense_1`.
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(
                n_hidden, activation="tanh", kernel_initializer=start, name="hidden"
            ),
            keras.layers.Dense(1, activation="sigmoid", kernel_initializer=start, name="output"),
        ],
        name="island",
    )
    adam = keras.optimizers.Adam(learning_rate=0.1)
    model.compile(loss="binary_crossentropy", optimizer=adam, metrics=["accuracy"])
    model.fit(X, y, epochs=200, batch_size=len(X), shuffle=False, verbose=0)
    return model


def hidden_nodes_picture(n_hidden, seed):
    """Draw the island's points and where a trained network says 1.

    Parameters
    ----------
    n_hidden : int
    seed : int
        Draws the first weights.

    Returns
    -------
    IPython.display.HTML
    """
    X, y = island()
    model = trained_network(n_hidden, seed)
    right = int(np.sum((model.predict(X, verbose=0)[:, 0] > 0.5) == y))
    axis = np.linspace(-EDGE, EDGE, 101)
    grid = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
    says = model.predict(grid, verbose=0).reshape(len(axis), len(axis))
    figure, axes = steady_figure(4.7, 4.7, left=0.14, right=0.97, bottom=0.11, top=0.94)
    axes.contourf(axis, axis, says, levels=[-1, 0.5, 2], colors=[PALE_ORANGE, PALE_BLUE])
    for column, bias in zip(*_first_layer(model), strict=True):
        _draw_line_of_node(axes, column, bias)
    axes.contour(axis, axis, says, levels=[0.5], colors=[BLACK], linewidths=2)
    for label, colour, marker in ((1, BLUE, "o"), (0, ORANGE, "^")):
        axes.scatter(*X[y == label].T, s=18, color=colour, marker=marker, zorder=3, linewidths=0)
    axes.set(xlim=(-EDGE, EDGE), ylim=(-EDGE, EDGE), xlabel="first input", ylabel="second input")
    axes.set(xticks=(-2, -1, 0, 1, 2), yticks=(-2, -1, 0, 1, 2))
    axes.set_title(f"{_nodes(n_hidden)}: {right} of {len(y)} points right")
    shape = _shape(says > 0.5)
    return show(
        figure,
        f"A map of two inputs with {len(y)} points: circles with label 1 in the middle, triangles "
        f"with label 0 all around them. The area where a trained network with {_nodes(n_hidden)} "
        f"says 1 is shaded, and {shape} One dashed straight line for each hidden node shows where "
        f"its sum is 0. {right} of the {len(y)} points lie on their right side.",
        f"Shaded blue: the network says 1. This area {shape} Dashed: where the sum of a hidden "
        "node is 0.",
    )


def explore_hidden_nodes(n_hidden=3, seed=0):
    """Show the boundary of a small trained network, with a slider for its hidden nodes.

    Parameters
    ----------
    n_hidden : int
        How many at first.
    seed : int
        Which first weights at first.

    Returns
    -------
    Live
    """
    controls = [
        Slider("n_hidden", "hidden nodes", n_hidden, 1, 8, 1),
        Slider("seed", "seed of the first weights", seed, 0, 9, 1),
    ]

    def draw(n_hidden, seed):
        return hidden_nodes_picture(int(n_hidden), int(seed))

    return Live("hidden-nodes", draw, controls, height=480)


def _first_layer(model):
    """Return the weights of each hidden node, a row of two for each, and the biases."""
    W, b = model.get_weights()[:2]
    return W.T, b


def _draw_line_of_node(axes, weights, bias):
    # The point of the line nearest to the middle, and the direction along the line.
    foot = -bias * weights / np.sum(weights**2)
    along = np.array([-weights[1], weights[0]])
    axes.axline(foot, foot + along, color=GREY, linewidth=1.1, linestyle="--")


def _nodes(n):
    return f"{n} hidden node" if n == 1 else f"{n} hidden nodes"


def _shape(inside):
    rim = np.concatenate([inside[0], inside[-1], inside[:, 0], inside[:, -1]])
    return "runs out of the picture." if rim.any() else "is closed all around."
