"""Unit 05: a learning rate, and where it leads on the cost curve."""

import numpy as np

from course import toolbox
from course.figures.style import BLACK, BLUE, GREY, ORANGE, show
from course.widgets.controls import Slider
from course.widgets.drawing import steady_figure
from course.widgets.live import Live


def learning_rate_picture(x, y, start, lr, n_steps):
    """Draw the mean squared error of ``y_hat = w * x`` against the weight, and a walk on it.

    Parameters
    ----------
    x, y : arrays of shape (n,)
        The one feature and what was observed.
    start : float
        The weight at first.
    lr : float
        The learning rate.
    n_steps : int

    Returns
    -------
    IPython.display.HTML
    """
    walk = steps_of(x, y, start, lr, n_steps)
    best = float(np.sum(x * y) / np.sum(x * x))
    figure, axes = steady_figure(6.6, 3.5, left=0.12, right=0.98, bottom=0.16, top=0.9)
    # Wide enough for three steps of a walk that runs away.
    reach = 1.7 * max(abs(start - best), 1)
    grid = np.linspace(best - reach, best + reach, 201)
    costs = np.array([_cost(x, y, w) for w in grid])
    axes.plot(grid, costs, color=BLUE)
    axes.axvline(best, color=GREY, linewidth=1.2, linestyle=":")
    heights = [_cost(x, y, w) for w in walk]
    axes.plot(walk, heights, "o-", color=ORANGE, markersize=5, linewidth=1.2)
    axes.plot(walk[:1], heights[:1], "o", color=BLACK, markersize=7)
    # What a walk that runs away reaches outside is not drawn.
    axes.set(xlim=(grid[0], grid[-1]), ylim=(-0.04 * costs.max(), costs.max()))
    axes.set(xlabel="weight w", ylabel="mean squared error")
    axes.set_title(f"w = {walk[-1]:.4g} after {_steps(n_steps)}, cost {heights[-1]:.4g}")
    places = ", ".join(f"{w:.4g}" for w in walk[1:4])
    first = f" Its first steps lead to {places}." if n_steps > 0 else ""
    outside = sum(abs(w - best) > reach for w in walk)
    left = f" Out of the picture: the last {_steps(outside)}." if outside else ""
    return show(
        figure,
        "The mean squared error against the one weight w, a parabola with its lowest point at "
        f"{best:.4g}. A walk on it with the learning rate {lr:g} starts at {start:g}, where the "
        f"cost is {heights[0]:.4g}.{first} After {_steps(n_steps)} the weight is {walk[-1]:.4g} "
        f"and the cost {heights[-1]:.4g}.{left} {_verdict(walk, best)}",
        f"Learning rate {lr:g}. {_verdict(walk, best)}{left}",
    )


def steps_of(x, y, start, lr, n_steps):
    """Return the weight at the start and after each step, a list of `n_steps` + 1 floats."""
    X, w = np.asarray(x, dtype=float)[:, None], np.array([float(start)])
    walk = [float(start)]
    for _ in range(int(n_steps)):
        w = toolbox.update(w, toolbox.slope(X, y, w), lr)
        walk.append(float(w[0]))
    return walk


def explore_learning_rate(x, y, start=2.0, lr=0.02, n_steps=8):
    """Show the cost curve of one weight and a walk on it, with sliders for rate and steps.

    Parameters
    ----------
    x, y : arrays of shape (n,)
        The one feature and what was observed.
    start : float
        Where the walk begins.
    lr : float
        The learning rate at first.
    n_steps : int
        The number of steps at first.

    Returns
    -------
    Live
    """
    controls = [
        Slider("lr", "learning rate", lr, 0.001, 0.15, 0.001),
        Slider("n_steps", "number of steps", n_steps, 0, 20, 1),
    ]

    def draw(lr, n_steps):
        return learning_rate_picture(x, y, start, lr, int(n_steps))

    return Live("learning-rate", draw, controls, height=370)


def _cost(x, y, w):
    return float(toolbox.mean_squared_error(y, w * x))


def _steps(n):
    return f"{n} step" if n == 1 else f"{n} steps"


def _verdict(walk, best):
    if len(walk) == 1:
        return "No step has been made."
    distances = np.abs(np.array(walk) - best)
    if distances[-1] > distances[0]:
        return "Each step lands higher on the other side: too large."
    if distances[-1] < 0.01 * distances[0]:
        return "The walk has arrived at the lowest point."
    sides = (
        "jumping from side to side" if (walk[1] - best) * (walk[0] - best) < 0 else "on one side"
    )
    return f"The walk comes nearer, {sides}: {distances[-1]:.2f} are left to the lowest point."
