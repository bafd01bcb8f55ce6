"""A network drawn as nodes and edges, with the numbers that flow through it."""

import numpy as np

from course.figures.style import BLACK, BLUE, GREEN, GREY, ORANGE, SKY, new_figure, show

_LAYER_COLOURS = (SKY, GREEN, GREEN, GREEN)


def draw_network(values, weights, layer_names=None, alt=None, caption="", title=""):
    """Draw a small network with the value of each node and the weight of each edge.

    Parameters
    ----------
    values : list of sequences
        One sequence per layer, from the input layer to the output layer: what each node holds.
        A string (such as "?") is drawn as it is.
    weights : list of arrays of shape (n_in, n_out)
        One array per step from layer to layer.
    layer_names : list of str, optional
        What is written above each layer.
    alt : str, optional
        Text alternative; without it, one is made from the numbers.
    caption, title : str
        Lines below and above the figure.

    Returns
    -------
    IPython.display.HTML
    """
    names = layer_names or _usual_names(len(values))
    figure, axes = new_figure(width=2.3 * len(values), height=0.6 + 1.1 * max(map(len, values)))
    places = [_places(k, len(layer)) for k, layer in enumerate(values)]
    for k, W in enumerate(weights):
        _draw_edges(axes, places[k], places[k + 1], np.asarray(W))
    top = max(y for layer in places for _, y in layer)
    for k, layer in enumerate(values):
        colour = BLUE if k == len(values) - 1 else _LAYER_COLOURS[min(k, 3)]
        _draw_nodes(axes, places[k], layer, colour)
        axes.text(2 * k, top + 0.75, names[k], ha="center", va="bottom", color=BLACK)
    axes.set(xlim=(-0.6, 2 * len(values) - 1.4), ylim=(-top - 0.6, top + 1.1), title=title)
    axes.set_aspect("equal")
    axes.axis("off")
    return show(figure, alt or _describe(values, weights, names), caption)


def _usual_names(n_layers):
    if n_layers == 3:
        return ["input layer", "hidden layer", "output layer"]
    hidden = [f"hidden layer {k}" for k in range(1, n_layers - 1)]
    return ["input layer", *hidden, "output layer"]


def _places(k, n_nodes):
    return [(2 * k, (n_nodes - 1) / 2 - i) for i in range(n_nodes)]


def _draw_edges(axes, left, right, W):
    for i, (x0, y0) in enumerate(left):
        for j, (x1, y1) in enumerate(right):
            colour = ORANGE if W[i, j] < 0 else GREY
            style = "--" if W[i, j] < 0 else "-"
            axes.plot([x0, x1], [y0, y1], style, color=colour, linewidth=1.5, zorder=1)
            # A third of the way along, edges that start at one node are apart from each other.
            along = 0.36
            axes.text(
                x0 + along * (x1 - x0),
                y0 + along * (y1 - y0),
                _short(W[i, j]),
                ha="center",
                va="center",
                zorder=2,
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
            )


def _draw_nodes(axes, places, layer, colour):
    from matplotlib.patches import Circle

    for (x, y), value in zip(places, layer, strict=True):
        axes.add_patch(Circle((x, y), 0.36, facecolor="white", edgecolor=colour, lw=2.5, zorder=3))
        axes.text(x, y, _short(value), ha="center", va="center", zorder=4)


def _short(value):
    return value if isinstance(value, str) else f"{value:.3g}"


def _describe(values, weights, names):
    """Write the picture as text: what each layer holds, then the weights of each node."""
    layers = "; ".join(
        f"the {name} holds {', '.join(_short(value) for value in layer)}"
        for name, layer in zip(names, values, strict=True)
    )
    edges = ". ".join(
        f"Node {j} of the {names[k + 1]} has the weights {', '.join(map(_short, column))}"
        for k, W in enumerate(weights)
        for j, column in enumerate(np.asarray(W).T)
    )
    return f"A network of {len(values)} layers drawn as circles joined by lines: {layers}. {edges}."
