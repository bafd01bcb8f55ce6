"""Blame flowing backward through a network, from the error to every weight."""

import numpy as np

from course.figures.style import BLACK, BLUE, GREEN, ORANGE, SKY, new_figure, show

_RADIUS = 0.36
_APART = 1.45
"""Vertical distance of two nodes of a layer: the blame is written below each."""


def draw_blame(values, weights, blames, label="weights", alt=None, caption=""):
    """Draw a network of three layers with the blame of its nodes, and arrows from right to left.

    Parameters
    ----------
    values : list of sequences
        One sequence per layer, from the input layer to the output layer: what each node holds.
    weights : list of arrays of shape (n_in, n_out)
        One array per step from layer to layer.
    blames : list of sequences
        One sequence per layer after the input layer: the slope of the cost along each node's sum.
        A string (such as "?") is drawn as it is.
    label : {"weights", "slopes"}
        What is written on each edge: its weight, or the slope of the cost along its weight, which
        is the value on its left times the blame on its right.
    alt : str, optional
        Text alternative; without it, one is made from the numbers.
    caption : str
        A line below the figure.

    Returns
    -------
    IPython.display.HTML
    """
    figure, axes = new_figure(width=7.4, height=3.5)
    places = [_places(k, len(layer)) for k, layer in enumerate(values)]
    edges = [np.asarray(W, dtype=float) for W in weights]
    if label == "slopes":
        edges = [np.outer(values[k], blames[k]) for k in range(len(edges))]
    for k, labels in enumerate(edges):
        for i, left in enumerate(places[k]):
            for j, right in enumerate(places[k + 1]):
                _draw_edge(axes, left, right, labels[i, j], bold=label == "slopes")
    for k, (layer, colour) in enumerate(zip(values, (SKY, GREEN, BLUE), strict=True)):
        for i, (place, value) in enumerate(zip(places[k], layer, strict=True)):
            _draw_node(axes, place, value, blames[k - 1][i] if k else None, colour)
    top = max(y for layer in places for _, y in layer)
    for k, name in enumerate(("input layer", "hidden layer", "output layer")):
        axes.text(2.6 * k, top + 0.6, name, ha="center", va="bottom", color=BLACK)
    axes.set(xlim=(-0.7, 5.9), ylim=(-top - 0.9, top + 1.0))
    axes.set_aspect("equal")
    axes.axis("off")
    return show(figure, alt or _describe(values, edges, blames, label), caption)


def _places(k, n_nodes):
    return [(2.6 * k, _APART * ((n_nodes - 1) / 2 - i)) for i in range(n_nodes)]


def _draw_edge(axes, left, right, number, bold):
    """Draw an arrow from the right node to the left one, and its number on a white ground."""
    left, right = np.array(left), np.array(right)
    way = (right - left) / np.linalg.norm(right - left)
    axes.annotate(
        "",
        xy=left + way * (_RADIUS + 0.03),
        xytext=right - way * _RADIUS,
        arrowprops={
            "arrowstyle": "-|>",
            "color": ORANGE,
            "linewidth": 1.4,
            "shrinkA": 0,
            "shrinkB": 0,
        },
        zorder=1,
    )
    # A third of the way along, edges that begin at one node are apart from each other.
    axes.text(
        *(left + 0.34 * (right - left)),
        f"{number:.3g}",
        ha="center",
        va="center",
        weight="bold" if bold else "normal",
        color=BLACK,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
        zorder=2,
    )


def _draw_node(axes, place, value, blame, colour):
    from matplotlib.patches import Circle

    axes.add_patch(Circle(place, _RADIUS, facecolor="white", edgecolor=colour, lw=2.5, zorder=3))
    axes.text(*place, f"{value:.3g}", ha="center", va="center", zorder=4)
    if blame is not None:
        written = blame if isinstance(blame, str) else f"{blame:.3g}"
        axes.text(
            place[0],
            place[1] - _RADIUS - 0.1,
            f"blame {written}",
            ha="center",
            va="top",
            color=ORANGE,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
            zorder=4,
        )


def _describe(values, edges, blames, label):
    """Write the picture as text: what each node holds and answers for, then each edge."""
    names = ("input", "hidden", "output")
    nodes = "; ".join(
        f"{names[k]} node {i} holds {value:.3g}"
        + (f" and has the blame {_short(blames[k - 1][i])}" if k else "")
        for k, layer in enumerate(values)
        for i, value in enumerate(layer)
    )
    what = "weight" if label == "weights" else "slope along the weight"
    lines = "; ".join(
        f"{number:.3g} from {names[k]} node {i} to {names[k + 1]} node {j}"
        for k, numbers in enumerate(edges)
        for i, row in enumerate(numbers)
        for j, number in enumerate(row)
    )
    return (
        "A network of three layers drawn as circles, with arrows that point backward, from the "
        f"output on the right to the inputs on the left. {nodes}. The {what} on each edge: {lines}."
    )


def _short(blame):
    return blame if isinstance(blame, str) else f"{blame:.3g}"
