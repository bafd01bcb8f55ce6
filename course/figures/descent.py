"""The cost against one weight, and walks down to its lowest point."""

import numpy as np

from course.figures.style import BLACK, BLUE, GREEN, GREY, ORANGE, new_figure, show


def draw_costs(x, y, w, span=(8.6, 12.6)):
    """Draw SSE, MSE and RMSE of ``y_hat = w * x`` against the one weight, each with its slope at w.

    All three are drawn to one scale, so that what is steeper looks steeper.

    Parameters
    ----------
    x, y : arrays of shape (n,)
        The one feature and what was observed.
    w : float
        Where the tangent is drawn.
    span : pair of float
        The weights on the horizontal axis.

    Returns
    -------
    IPython.display.HTML
    """
    grid = np.linspace(*span, 201)
    best = np.sum(x * y) / np.sum(x * x)
    figure, panels = new_figure(width=8.6, height=3.6, columns=3, sharey=True)
    said = []
    for axes, (name, cost, colour, style) in zip(panels, _three_costs(x, y), strict=True):
        axes.plot(grid, [cost(v) for v in grid], style, color=colour)
        axes.axvline(best, color=GREY, linewidth=1.2, linestyle=":")
        slope = (cost(w + 1e-4) - cost(w - 1e-4)) / 2e-4
        near = np.array([w - 0.9, w + 0.9])
        axes.plot(near, cost(w) + slope * (near - w), "-", color=BLACK, linewidth=1.2)
        axes.plot([w], [cost(w)], "o", color=BLACK, markersize=6)
        axes.set(title=f"{name}: slope {slope:.4g}", xlabel="weight w")
        said.append(f"the slope of {name} is {slope:.4g}")
    panels[0].set(ylabel="cost", ylim=(0, None))
    return show(
        figure,
        alt=(
            "Three plots of a cost against the one weight w, all to the same scale: the sum of "
            "squared errors, the mean squared error and its root. The first is a steep parabola, "
            "the second a flatter one that lies lower, the third is nearly level. All three are "
            f"lowest at the same weight, {best:.1f}, marked by a dotted line. A straight line "
            f"shows how steep each is at w = {w:g}: {', '.join(said)}."
        ),
        caption=f"One lowest point (dotted, w = {best:.1f}), three different slopes at w = {w:g}.",
    )


def draw_walk(x, y, walk, span=(0, 20)):
    """Draw the mean squared error against one weight and the steps of a walk on it.

    Parameters
    ----------
    x, y : arrays of shape (n,)
        The one feature and what was observed.
    walk : sequence of float
        The weight at the start and after each step.
    span : pair of float
        The weights on the horizontal axis.

    Returns
    -------
    IPython.display.HTML
    """
    figure, axes = new_figure(width=6.2, height=3.6)
    best = _draw_steps(axes, x, y, np.asarray(walk, dtype=float), span)
    axes.set(xlabel="weight w", ylabel="mean squared error")
    for k in range(min(3, len(walk))):
        axes.annotate(
            "start" if k == 0 else f"step {k}",
            (walk[k], _cost(x, y, walk[k])),
            xytext=(10, 4),
            textcoords="offset points",
        )
    steps = ", ".join(f"{w:.2f}" for w in walk[:4])
    return show(
        figure,
        alt=(
            "The mean squared error against the one weight w, a parabola with its lowest point at "
            f"{best:.1f}. Points joined by lines show a walk of {len(walk) - 1} steps: the weights "
            f"are {steps} and so on, up to {walk[-1]:.2f}. The steps become shorter and shorter, "
            "because the curve becomes flatter."
        ),
        caption="One learning rate for all steps, and yet each step is shorter than the last.",
    )


def draw_learning_rates(x, y, walks, span=(0, 20)):
    """Draw walks with several learning rates beside each other.

    Parameters
    ----------
    x, y : arrays of shape (n,)
        The one feature and what was observed.
    walks : dict of float to sequence of float
        For each learning rate, the weight at the start and after each step.
    span : pair of float
        The weights on the horizontal axis.

    Returns
    -------
    IPython.display.HTML
    """
    figure, panels = new_figure(width=8.6, height=3.3, columns=len(walks), sharey=True)
    said = []
    for axes, (lr, walk) in zip(panels, walks.items(), strict=True):
        walk = np.asarray(walk, dtype=float)
        best = _draw_steps(axes, x, y, walk, span)
        before, after = abs(walk[0] - best), abs(walk[-1] - best)
        verdict = (
            "too large" if after > before else "right" if after < 0.1 * before else "too small"
        )
        axes.set(title=f"lr = {lr:g}: {verdict}", xlabel="weight w")
        said.append(
            f"with {lr:g}, which is {verdict}, the weight goes from {walk[0]:.1f} to {walk[-1]:.1f}"
        )
    panels[0].set_ylabel("mean squared error")
    return show(
        figure,
        alt=(
            f"{len(walks)} plots of the same parabola, the mean squared error against one weight, "
            f"with its lowest point at {best:.1f}. In each, a walk of {len(walk) - 1} steps with "
            f"another learning rate: {'; '.join(said)}. Too small a rate hardly moves, the right "
            "one settles at the lowest point, too large a rate jumps from side to side and climbs."
        ),
        caption="Too small: hardly any progress. Too large: every step lands higher than the last.",
    )


def draw_epochs(full, mini):
    """Draw the cost after each epoch of two walks: one step per epoch, and many.

    Parameters
    ----------
    full, mini : sequences of float, equally long
        The cost at the start and after each epoch, with all rows at once and with mini-batches.

    Returns
    -------
    IPython.display.HTML
    """
    figure, axes = new_figure(width=6.2, height=3.4)
    epochs = np.arange(len(full))
    axes.plot(epochs, full, "o-", color=BLUE, markersize=5, label="all rows: 1 step per epoch")
    axes.plot(
        epochs, mini, "s--", color=GREEN, markersize=5, label="mini-batches: 20 steps per epoch"
    )
    axes.set(xlabel="epoch", ylabel="mean squared error")
    axes.set_ylim(bottom=0)
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.legend()
    return show(
        figure,
        alt=(
            "The mean squared error on all customers by epoch, for two walks that start at "
            f"{full[0]:.0f}. With all rows at once it falls slowly, to {full[1]:.0f} after one "
            f"epoch and {full[-1]:.0f} after {len(full) - 1}. With mini-batches it is at "
            f"{mini[1]:.0f} after one epoch and stays near {mini[-1]:.0f} from then on."
        ),
        caption="Each epoch looks at every customer once. Mini-batches make more of it.",
    )


def _cost(x, y, w):
    return np.mean((w * x - y) ** 2)


def _three_costs(x, y):
    return [
        ("SSE", lambda w: _cost(x, y, w) * len(y), BLUE, "-"),
        ("MSE", lambda w: _cost(x, y, w), GREEN, "--"),
        ("RMSE", lambda w: np.sqrt(_cost(x, y, w)), ORANGE, "-."),
    ]


def _draw_steps(axes, x, y, walk, span):
    """Draw the curve and the walk on it, and return the best weight."""
    grid = np.linspace(*span, 201)
    best = np.sum(x * y) / np.sum(x * x)
    axes.plot(grid, [_cost(x, y, w) for w in grid], color=BLUE)
    axes.axvline(best, color=GREY, linewidth=1.2, linestyle=":")
    heights = [_cost(x, y, w) for w in walk]
    axes.plot(walk, heights, "o-", color=ORANGE, markersize=5, linewidth=1.2)
    axes.plot(walk[:1], heights[:1], "o", color=BLACK, markersize=7)
    return best
