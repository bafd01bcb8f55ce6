"""The cost as a landscape over two weights, and walks down to its lowest point."""

import numpy as np

from course.figures.style import BLACK, BLUE, ORANGE, PALE_BLUE, SKY, new_figure, show


def draw_bowl(X, y, walk, span=((0, 20), (-8, 14))):
    """Draw the mean squared error over two weights, as a bowl and as a map, with a walk.

    Parameters
    ----------
    X : array of shape (n, 2)
        Two features.
    y : array of shape (n,)
        What was observed.
    walk : array of shape (n_steps + 1, 2)
        The weights at the start and after each step.
    span : pair of pairs of float
        The ranges of the two weights.

    Returns
    -------
    IPython.display.HTML
    """
    figure, unused = new_figure(width=8.6, height=3.9, columns=2)
    unused[0].remove()
    bowl, chart = figure.add_subplot(1, 2, 1, projection="3d"), unused[1]
    first, second, height = _surface(X, y, span)
    walk = np.asarray(walk, dtype=float)
    walked = np.mean((X @ walk.T - y[:, None]) ** 2, axis=0)
    shades = _shades(PALE_BLUE, SKY, BLUE)
    bowl.plot_surface(first, second, height, cmap=shades, alpha=0.75, linewidth=0, antialiased=True)
    bowl.plot(*walk.T, walked, "o-", color=ORANGE, markersize=4, zorder=10)
    bowl.set(xlabel="weight $w_0$", ylabel="weight $w_1$", zlabel="MSE", title="as a bowl")
    bowl.view_init(elev=32, azim=-58)
    bowl.set_box_aspect(None, zoom=0.86)
    bowl.locator_params(nbins=4)
    bowl.zaxis.labelpad = 13
    best = _draw_map(chart, X, y, walk, span)
    chart.set_title("as a map, seen from above")
    return show(
        figure,
        alt=(
            "The mean squared error over two weights, drawn twice. On the left is a bowl: its "
            "height is the cost, and there is one lowest point. On the right the same bowl is seen "
            "from above, as a map of rings, each ring joining weights of equal cost. A walk of "
            f"{len(walk) - 1} steps begins at ({walk[0][0]:g}, {walk[0][1]:g}). Each step leaves "
            "its ring at right angles. The walk goes quickly down the steep side, then slowly "
            "along the flat floor "
            f"to ({walk[-1][0]:.1f}, {walk[-1][1]:.1f}); the lowest point is at "
            f"({best[0]:.1f}, {best[1]:.1f})."
        ),
        caption="With two weights the cost is a bowl, and the gradient says which way is steepest.",
    )


def draw_two_maps(maps, span=((0, 20), (-8, 14))):
    """Draw two bowls from above, each with a walk and with how long and narrow it is.

    Parameters
    ----------
    maps : dict of str to (X, y, walk)
        For each title, two features, what was observed, and the weights at the start and after
        each step.
    span : pair of pairs of float
        The ranges of the two weights.

    Returns
    -------
    IPython.display.HTML
    """
    figure, panels = new_figure(width=8.6, height=4.4, columns=2, sharey=True)
    said = []
    for axes, (title, (X, y, walk)) in zip(panels, maps.items(), strict=True):
        best = _draw_map(axes, X, y, np.asarray(walk, dtype=float), span)
        flat, steep = np.linalg.eigvalsh(X.T @ X)
        axes.set_title(title)
        said.append(
            f"{title}: the rings are {'round' if steep < 1.1 * flat else 'long and narrow'}, the "
            f"bowl is {steep / flat:.1f} times as steep across as it is along, and a walk of "
            f"{len(walk) - 1} steps leads from ({walk[0][0]:g}, {walk[0][1]:g}) to "
            f"({walk[-1][0]:.1f}, {walk[-1][1]:.1f}); the lowest point is at "
            f"({best[0]:.1f}, {best[1]:.1f})"
        )
    panels[1].set_ylabel("")
    return show(
        figure,
        alt=(
            "Two bowls over two weights, seen from above as maps of rings, each ring joining "
            f"weights of equal cost. {'; '.join(said)}."
        ),
        caption="Two bowls from above. In the round one, every step points at the lowest point.",
    )


def _surface(X, y, span):
    """Return two grids of weights and the mean squared error at each of their points."""
    first, second = np.meshgrid(np.linspace(*span[0], 121), np.linspace(*span[1], 121))
    weights = np.stack([first.ravel(), second.ravel()])
    return first, second, np.mean((X @ weights - y[:, None]) ** 2, axis=0).reshape(first.shape)


def _draw_map(axes, X, y, walk, span):
    """Draw rings of equal cost and a walk on them, and return the best weights."""
    first, second, height = _surface(X, y, span)
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    levels = np.max(height) * np.linspace(0.05, 1, 12) ** 2
    axes.contour(first, second, height, levels=levels, cmap=_shades(SKY, BLUE), linewidths=1.3)
    axes.plot(*walk.T, "o-", color=ORANGE, markersize=4)
    axes.plot(*best, "*", color=BLACK, markersize=13)
    axes.annotate("start", walk[0], xytext=(8, -4), textcoords="offset points")
    axes.annotate("lowest point", best, xytext=(10, 6), textcoords="offset points")
    axes.set(xlabel="weight $w_0$", ylabel="weight $w_1$", xlim=span[0], ylim=span[1])
    axes.set_aspect("equal")
    return best


def _shades(*colours):
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("sky", colours)
