"""Unit 02: the 2-2-1 network, its weights under sliders, the numbers flowing through it."""

import numpy as np

from course import toolbox
from course.figures.network import draw_network
from course.widgets.controls import Slider
from course.widgets.live import Live

_NODES = ("node_0", "node_1", "output")


def network_picture(x, weights):
    """Draw the 2-2-1 network with what each node holds.

    Parameters
    ----------
    x : sequence of two floats
        The inputs.
    weights : dict
        "node_0", "node_1" and "output", each two numbers.

    Returns
    -------
    IPython.display.HTML
    """
    hidden = [float(toolbox.node_value(x, weights[node])) for node in ("node_0", "node_1")]
    output = float(toolbox.node_value(hidden, weights["output"]))
    sums = (
        f"Hidden node 0: {_sum(x, weights['node_0'])} = {hidden[0]:g}. "
        f"Hidden node 1: {_sum(x, weights['node_1'])} = {hidden[1]:g}. "
        f"Output: {_sum(hidden, weights['output'])} = {output:g}."
    )
    return draw_network(
        [[f"{value:g}" for value in layer] for layer in (x, hidden, [output])],
        [np.array([weights["node_0"], weights["node_1"]]).T, np.array([weights["output"]]).T],
        caption=sums,
    )


def explore_network(x, weights):
    """Show the 2-2-1 network with sliders for its inputs and weights.

    Parameters
    ----------
    x : sequence of two numbers
        The inputs at first.
    weights : dict
        "node_0", "node_1" and "output", each two numbers: the weights at first.

    Returns
    -------
    Live
    """
    controls = [Slider(f"input_{i}", f"input {i}", float(x[i]), 0, 10, 0.5) for i in (0, 1)]
    for node in _NODES:
        for i in (0, 1):
            words = (
                f"hidden {i} to output" if node == "output" else f"input {i} to hidden {node[-1]}"
            )
            controls.append(Slider(f"{node}_{i}", words, float(weights[node][i]), -3, 3, 0.5))

    def draw(input_0, input_1, **moved):
        now = {node: [moved[f"{node}_0"], moved[f"{node}_1"]] for node in _NODES}
        return network_picture([input_0, input_1], now)

    return Live("network", draw, controls, height=290)


def _sum(values, weights):
    """Write a weighted sum as one writes it by hand, negative numbers in brackets."""
    return " + ".join(
        f"{_in_brackets(value)} \u00b7 {_in_brackets(weight)}"
        for value, weight in zip(values, weights, strict=True)
    )


def _in_brackets(number):
    return f"{number:g}" if number >= 0 else f"({number:g})"
