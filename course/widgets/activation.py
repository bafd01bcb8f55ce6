"""Unit 03: an activation function, and how steep it is at one place."""

import numpy as np

from course import toolbox
from course.figures.style import BLACK, BLUE, GREEN, GREY, ORANGE, show
from course.widgets.controls import Choice, Slider
from course.widgets.drawing import steady_figure
from course.widgets.live import Live

NAMES = ("identity", "relu", "tanh", "sigmoid")


def activation_picture(activation, z):
    """Draw an activation with its tangent at one sum, and beside it the slope at all sums.

    Parameters
    ----------
    activation : str
        One of `NAMES`.
    z : float
        The sum, from -4 to 4.

    Returns
    -------
    IPython.display.HTML
    """
    function, derivative = (
        getattr(toolbox, activation),
        getattr(toolbox, f"{activation}_derivative"),
    )
    value, slope = float(function(z)), float(derivative(z))
    figure, (curve, steep) = steady_figure(
        7.6, 3.3, columns=2, left=0.08, right=0.99, bottom=0.17, top=0.9, wspace=0.22
    )
    grid = np.linspace(-4, 4, 401)
    for axes in (curve, steep):
        axes.axhline(0, color=GREY, linewidth=0.8)
        axes.axvline(0, color=GREY, linewidth=0.8)
        axes.set(xlim=(-4, 4), xlabel="sum z")
    curve.plot(grid, function(grid), color=BLUE)
    near = np.array([z - 1.5, z + 1.5])
    curve.plot(near, value + slope * (near - z), "--", color=ORANGE)
    curve.plot([z], [value], "o", color=BLACK, zorder=3)
    curve.set(ylim=(-1.6, 2.6), title=f"{activation}: a = {value:.3f}", ylabel="value a")
    # relu's slope jumps at 0: two pieces, so that no line joins them.
    for piece in (grid[grid < 0], grid[grid > 0]):
        steep.plot(piece, derivative(piece), color=GREEN)
    steep.plot([z], [slope], "o", color=BLACK, zorder=3)
    steep.set(ylim=(-0.15, 1.2), title=f"slope at z = {z:g}: {slope:.3f}", ylabel="slope of a")
    kink = (
        " relu has a kink at 0; that its slope there is 0 is only agreed."
        if (activation == "relu" and z == 0)
        else ""
    )
    return show(
        figure,
        f"Two plots of the activation {activation} against the sum z from -4 to 4. On the left its "
        f"curve: a dot marks z = {z:g}, where the value is a = {value:.3f}, and a dashed straight "
        f"line through the dot shows how steep the curve is there. On the right the slope: the dot "
        f"stands at {slope:.3f}. {_reaction(slope)}{kink}",
        f"{_reaction(slope)}{kink}",
    )


def explore_activation(activation="tanh", z=1.0):
    """Show an activation and its slope, with a menu of activations and a slider for the sum.

    Parameters
    ----------
    activation : str
        Which one is shown at first: "identity", "relu", "tanh" or "sigmoid".
    z : float
        Where the tangent stands at first.

    Returns
    -------
    Live
    """
    controls = [
        Choice("activation", "activation", activation, NAMES),
        Slider("z", "sum z", float(z), -4, 4, 0.1),
    ]
    return Live("activation", activation_picture, controls, height=350)


def _reaction(slope):
    if slope == 0:
        return "The curve is flat here: a small change of z changes nothing."
    if slope < 0.05:
        return "The curve is almost flat here: a small change of z changes next to nothing."
    return f"If z grows by 0.01, a grows by about {0.01 * slope:.4f}."
