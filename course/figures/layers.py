"""What layers see: edges and shapes in small images, and points that no line can part."""

import numpy as np

from course import toolbox
from course.figures.style import (
    BLACK,
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    PALE_BLUE,
    PALE_ORANGE,
    new_figure,
    show,
)

SIDE = 12
"""Rows, and columns, of a small image."""

PATCH = 3
"""Rows, and columns, of the patch that one node of the first layer looks at."""

EDGES = ("flat top", "flat bottom", "slope /", "slope \\")
"""The kinds of edges that the first layer looks for."""

SHAPES = ("square", "triangle", "diamond")
"""The shapes that the second layer looks for."""

_EDGE_WEIGHTS = {
    "flat top": [[-1, -1, -1], [1, 1, 1], [0, 0, 0]],
    "flat bottom": [[0, 0, 0], [1, 1, 1], [-1, -1, -1]],
    "slope /": [[-1, -1, 1], [-1, 1, 0], [1, 0, 0]],
    "slope \\": [[1, -1, -1], [0, 1, -1], [0, 0, 1]],
}
_EDGE_BIAS = -2
"""Three bright pixels on the edge and three dark ones beside it give 3; any less stays silent."""

_SHAPE_WEIGHTS = {
    # flat top, flat bottom, slope /, slope \
    "square": [1, 1, -2, -2],
    "triangle": [-2, 1, 0, 0],
    "diamond": [-2, -2, 1, 1],
}


def small_images():
    """Return four images made by code: a square, two triangles and a diamond.

    Returns
    -------
    array of shape (4, 144)
        One row per image: 12 rows of 12 pixels behind each other, 0 is dark and 1 is bright.
    """
    row, column = np.mgrid[:SIDE, :SIDE]
    square = (np.abs(row - 6) <= 3) & (np.abs(column - 5) <= 3)
    large_triangle = (row >= 5) & (row <= 9) & (np.abs(column - 6) <= row - 5)
    small_triangle = (row >= 1) & (row <= 4) & (np.abs(column - 4) <= row - 1)
    diamond = np.abs(row - 5) + np.abs(column - 6) <= 4
    images = np.array([square, large_triangle, small_triangle, diamond], dtype=float)
    return images.reshape(4, SIDE * SIDE)


def edge_and_shape_layers():
    """Return two layers with weights chosen by hand: the first for edges, the second for shapes.

    Returns
    -------
    list of (W, b)
        The first layer has 400 nodes, 100 for each kind of edge: each looks at one patch of 3 x 3
        pixels. The second has 3 nodes, one for each shape.
    """
    places = SIDE - PATCH + 1
    columns = []
    for kind in EDGES:
        for top in range(places):
            for left in range(places):
                weights = np.zeros((SIDE, SIDE))
                weights[top : top + PATCH, left : left + PATCH] = _EDGE_WEIGHTS[kind]
                columns.append(weights.ravel())
    W1 = np.column_stack(columns)
    b1 = np.full(W1.shape[1], float(_EDGE_BIAS))
    W2 = np.column_stack([np.repeat(_SHAPE_WEIGHTS[shape], places**2) for shape in SHAPES])
    return [(W1, b1), (W2.astype(float), np.zeros(len(SHAPES)))]


def show_what_layers_see(As):
    """Draw images, the edges that the first layer found and the shapes that the second found.

    Parameters
    ----------
    As : list of arrays
        What `forward_layers` kept for `small_images` and `edge_and_shape_layers`.

    Returns
    -------
    IPython.display.HTML
    """
    images, edges, shapes = As
    n_kinds, n_images, places = len(EDGES), len(images), SIDE - PATCH + 1
    figure, axes = new_figure(
        width=7.6,
        height=1.12 * n_images + 0.5,
        columns=2 + n_kinds,
        rows=n_images,
        width_ratios=[1] * (1 + n_kinds) + [1.1],
    )
    for i in range(n_images):
        _draw_image(axes[i, 0], images[i].reshape(SIDE, SIDE), "gray", 1)
        maps = edges[i].reshape(n_kinds, places, places)
        for k in range(n_kinds):
            # One pixel around, so that a map lies on the image that it belongs to.
            _draw_image(axes[i, 1 + k], np.pad(maps[k], 1), "Blues", 1)
        _draw_bars(axes[i, -1], shapes[i], np.max(shapes))
    axes[0, 0].set_title("image", fontsize=10)
    for k, kind in enumerate(EDGES):
        axes[0, 1 + k].set_title(kind, fontsize=10)
    axes[0, -1].set_title("shapes", fontsize=10)
    found = " ".join(
        f"Image {i} lights up the shape node {SHAPES[int(np.argmax(shapes[i]))]} and no other."
        for i in range(n_images)
    )
    alt = f"""
        A grid with one row for each of four small images: a square, a large triangle, a small
        triangle and a diamond. Beside each image stand four maps of the first layer. They are pale,
        and dark only where a flat top, a flat bottom, a rising slope or a falling slope of the
        image was found. The square has a flat top and a flat bottom. The triangles have a flat
        bottom and two slopes. Of the diamond only the two upper sides are found, one as a rising
        and one as a falling slope, and nothing flat. At the end of each row three bars show the
        nodes of the second layer: square, triangle, diamond. {found}
    """
    return show(
        figure,
        alt,
        "Left: the inputs. Middle: the first layer, 4 kinds of edges; dark is where one was found. "
        "Right: the second layer.",
        shades=True,
    )


def _draw_image(ax, pixels, colours, highest):
    # A light grey for zero, so that an empty map is seen as a map.
    ax.imshow(pixels, cmap=colours, vmin=-0.12 if colours == "Blues" else 0, vmax=highest)
    ax.set(xticks=[], yticks=[])
    for spine in ax.spines.values():
        spine.set(visible=True, color=GREY, linewidth=0.8)


def _draw_bars(ax, values, highest):
    places = np.arange(len(SHAPES))
    ax.barh(places, values, color=[BLUE, ORANGE, GREEN], height=0.62)
    ax.axvline(0, color=BLACK, linewidth=0.8)
    for place, value in zip(places, values, strict=True):
        ax.text(value + 0.03 * highest, place, f"{value:.0f}", va="center", fontsize=9)
    ax.set(yticks=places, yticklabels=SHAPES, xticks=[], xlim=(0, 1.3 * highest), ylim=(2.6, -0.6))
    ax.tick_params(labelsize=9, length=0)
    ax.yaxis.tick_right()
    ax.spines["bottom"].set_visible(False)


def four_clouds(n=30, seed=4):
    """Return points in four clouds; clouds in opposite corners belong together.

    Parameters
    ----------
    n : int
        Points in each cloud.
    seed : int

    Returns
    -------
    points : array of shape (4 * n, 2)
    labels : array of shape (4 * n,)
        1 where both coordinates have the same sign, 0 where the signs differ.
    """
    rng = np.random.default_rng(seed)
    centers = np.repeat([[1, 1], [-1, -1], [1, -1], [-1, 1]], n, axis=0)
    points = centers + rng.uniform(-0.45, 0.45, size=(4 * n, 2))
    return points, np.repeat([1, 1, 0, 0], n)


def show_points_layer_by_layer(points, labels, W_hidden, w_output, bias=0.0):
    """Draw points as they come in, as the hidden layer sees them, and what the network decides.

    Parameters
    ----------
    points : array of shape (n, 2)
    labels : array of shape (n,)
        0 or 1.
    W_hidden : array of shape (2, 2)
        The weights of two hidden nodes with relu and without a bias.
    w_output : array of shape (2,)
        The weights of the output node, which has no activation.
    bias : float
        The bias of the output node. A positive output stands for label 1.

    Returns
    -------
    IPython.display.HTML
    """
    hidden = toolbox.relu(points @ W_hidden)
    figure, axes = new_figure(width=7.6, height=2.9, columns=3)
    _draw_points(axes[0], points, labels)
    axes[0].set(title="inputs", xlabel="first input", ylabel="second input")
    _draw_points(axes[1], hidden, labels)
    axes[1].set(title="hidden layer", xlabel="hidden node 0", ylabel="hidden node 1")
    # Where the output is 0: w0 * h0 + w1 * h1 + b = 0.
    w0, w1 = w_output
    axes[1].plot([0, -bias / w0], [-bias / w1, 0], color=BLACK, label="output is 0")
    axes[1].legend(loc="upper right", fontsize=9)
    # As long as it is wide, like the plots beside it, so that the three titles stand in one line.
    ends = (-0.08 * np.max(hidden), 1.08 * np.max(hidden))
    axes[1].set(xlim=ends, ylim=ends)
    axis = np.linspace(-1.9, 1.9, 191)
    grid = np.stack(np.meshgrid(axis, axis), axis=-1)
    output = toolbox.relu(grid @ W_hidden) @ w_output + bias
    axes[2].contourf(
        axis, axis, output > 0, levels=[-0.5, 0.5, 1.5], colors=[PALE_ORANGE, PALE_BLUE]
    )
    axes[2].contour(axis, axis, output, levels=[0], colors=[BLACK], linewidths=2)
    _draw_points(axes[2], points, labels)
    axes[2].set(title="what it decides", xlabel="first input", ylabel="second input")
    for ax in (axes[0], axes[2]):
        ax.set(xlim=(-1.9, 1.9), ylim=(-1.9, 1.9), xticks=[-1, 0, 1], yticks=[-1, 0, 1])
    for ax in axes:
        ax.set_aspect("equal")
    alt = """
        Three plots of the same points. Left, the inputs: four clouds, in the four corners of a
        square. The clouds top right and bottom left are blue circles with label 1, the clouds top
        left and bottom right are orange triangles with label 0, and no straight line has all
        circles on one side and all triangles on the other. Middle, the same points as the two
        hidden nodes see them: the circles lie on the two axes at a distance from the corner, the
        triangles lie near the corner where both nodes are 0, and one straight line parts them.
        Right, the inputs again with what the network decides: the one line of the hidden layer has
        become two parallel lines, with the triangles in the band between them and the circles
        outside.
    """
    return show(
        figure,
        alt,
        "Circles: label 1. Triangles: label 0. The hidden layer moves them until a line is enough.",
    )


def _draw_points(ax, points, labels):
    for label, colour, marker in ((1, BLUE, "o"), (0, ORANGE, "^")):
        chosen = points[labels == label]
        ax.scatter(*chosen.T, s=16, color=colour, marker=marker, zorder=3, linewidths=0)
