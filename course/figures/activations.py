"""Activation functions: their curves and slopes, and what they do to one small network."""

import numpy as np

from course import toolbox
from course.figures.style import BLACK, BLUE, GREEN, GREY, ORANGE, PINK, new_figure, show

_CURVES = (
    ("identity", toolbox.identity, toolbox.identity_derivative, GREY, "--"),
    ("relu", toolbox.relu, toolbox.relu_derivative, BLUE, "-"),
    ("tanh", toolbox.tanh, toolbox.tanh_derivative, ORANGE, "-"),
    ("sigmoid", toolbox.sigmoid, toolbox.sigmoid_derivative, GREEN, "-"),
)


def activation_cheat_sheet():
    """Draw identity, relu, tanh and sigmoid, and below each its slope.

    Returns
    -------
    IPython.display.HTML
    """
    figure, axes = new_figure(width=7.6, height=4.2, columns=4, rows=2, sharex=True, sharey="row")
    z = np.linspace(-4, 4, 401)
    for column, (name, function, slope, colour, line) in enumerate(_CURVES):
        above, below = axes[0, column], axes[1, column]
        for ax in (above, below):
            ax.axhline(0, color=BLACK, linewidth=0.8)
            ax.axvline(0, color=BLACK, linewidth=0.8)
            ax.set(xticks=[-4, -2, 0, 2, 4])
        above.plot(z, function(z), line, color=colour)
        above.set(title=name, ylim=(-1.6, 2.6), yticks=[-1, 0, 1, 2])
        # relu's slope jumps at 0: two pieces, so that no line joins them.
        for piece in (z[z < 0], z[z > 0]):
            below.plot(piece, slope(piece), line, color=colour)
        below.set(ylim=(-0.15, 1.2), yticks=[0, 0.5, 1], xlabel="sum z")
    for limit, column in ((-1, 2), (1, 2), (1, 3)):
        axes[0, column].axhline(limit, color=GREY, linewidth=1, linestyle=":")
    axes[0, 0].set_ylabel("value a")
    axes[1, 0].set_ylabel("slope of a")
    alt = """
        Eight small plots in two rows. The upper row shows what a node sends on, a, against its sum
        z from -4 to 4. Identity is a straight line through 0. relu is 0 for every negative sum and
        the same straight line for positive sums, with a kink at 0. tanh is an S-shaped curve that
        passes through 0 and levels off at -1 and at 1. sigmoid is an S-shaped curve that levels off
        at 0 and at 1 and is one half at z = 0. The lower row shows the slope of each curve: for
        identity it is 1 everywhere; for relu it is 0 on the left and 1 on the right; for tanh it is
        a hill of height 1 at z = 0 that falls to almost 0 at both ends; for sigmoid it is a lower
        hill of height one quarter.
    """
    return show(figure, alt, "Above: what the node sends on. Below: how steep the curve is.")


def same_network_three_activations():
    """Draw the output of the 2-2-1 network of unit 02 with identity, tanh and relu.

    The first input goes from -8 to 8, the second stays at 3.

    Returns
    -------
    IPython.display.HTML
    """
    figure, axes = new_figure(width=7.6, height=3.0, columns=3)
    x_0 = np.linspace(-8, 8, 641)
    X = np.column_stack([x_0, np.full(len(x_0), 3.0)])
    W_1, w_2 = np.array([[1, -1], [1, 1]]), np.array([2, -1])
    panels = (
        ("identity", toolbox.identity, GREY, "--"),
        ("tanh", toolbox.tanh, ORANGE, "-"),
        ("relu", toolbox.relu, BLUE, "-"),
    )
    for ax, (name, activation, colour, line) in zip(axes, panels, strict=True):
        ax.plot(x_0, activation(X @ W_1) @ w_2, line, color=colour)
        at_2 = activation(np.array([2.0, 3.0]) @ W_1) @ w_2
        ax.plot([2], [at_2], "o", color=BLACK, zorder=3)
        ax.annotate(f"{at_2:.4g}", (2, at_2), xytext=(7, -4), textcoords="offset points", va="top")
        ax.set(title=name, xlabel="first input", xticks=[-8, -4, 0, 4, 8])
    kinks = np.array([-3.0, 3.0])
    heights = toolbox.relu(np.column_stack([kinks, [3.0, 3.0]]) @ W_1) @ w_2
    axes[2].plot(kinks, heights, "D", color=PINK, markersize=7, zorder=2, label="kinks")
    axes[2].legend(loc="upper left")
    axes[0].set_ylabel("output")
    alt = """
        Three plots of the network's output against its first input, which goes from -8 to 8 while
        the second input stays at 3. Each plot has its own vertical scale. With identity the output
        is one straight line from -21 to 27.
        With tanh it is a smooth staircase: it stays at -3 on the left, climbs to a landing at 1,
        and climbs again to 3, where it stays. With relu it is made of three straight pieces that
        meet in two kinks, at -3 and at 3; the middle piece is the steepest. A dot marks the
        customer with the inputs 2 and 3: the output is 9 with identity, 1.238 with tanh and 9 with
        relu.
    """
    return show(
        figure,
        alt,
        "The same weights, three activations. The dot is the customer with the inputs 2 and 3. "
        "Each plot has its own scale.",
    )
