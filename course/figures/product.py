"""A matrix product drawn as tables: which row and which column meet in one number of the result."""

import numpy as np

from course.figures.style import BLACK, BLUE, GREY, ORANGE, PALE_BLUE, PALE_ORANGE, new_figure, show

_GAP = 1.5
"""Empty squares between two tables, where the sign stands."""


def draw_product(X, W, row, column):
    """Draw `X @ W` with one row, one column and the number in which they meet.

    The other numbers of the result are question marks, for the reader to work out.

    Parameters
    ----------
    X : array of shape (n, k)
        The table on the left.
    W : array of shape (k, m)
        The table on the right.
    row, column : int
        Which row of `X` and which column of `W` to show.

    Returns
    -------
    IPython.display.HTML
    """
    X, W = np.asarray(X), np.asarray(W)
    (n, k), m = X.shape, W.shape[1]
    width, height = k + 2 * m + 2 * _GAP, max(n, k)
    figure, axes = new_figure(width=0.62 * (width + 1), height=0.62 * (height + 1.6))
    result = np.full((n, m), "?", dtype=object)
    result[row, column] = f"{X[row] @ W[:, column]:g}"
    places = [0, k + _GAP, k + m + 2 * _GAP]
    tables = [("X", X), ("W1", W), ("X @ W1", result)]
    for left, (name, table) in zip(places, tables, strict=True):
        _draw_table(axes, left, table, name)
    _mark(axes, places[0], row, k, 1, ORANGE, PALE_ORANGE)
    _mark(axes, places[1] + column, 0, 1, k, BLUE, PALE_BLUE)
    _mark(axes, places[2] + column, row, 1, 1, BLACK, "none")
    for sign, x in (("@", places[1]), ("=", places[2])):
        axes.text(x - _GAP / 2 - 0.15, n / 2, sign, ha="center", va="center", fontsize=15)
    axes.set(xlim=(-0.6, width + 0.1), ylim=(height + 0.1, -1.4))
    axes.set_aspect("equal")
    axes.axis("off")
    terms = " + ".join(
        f"{_signed(x)} · {_signed(weight)}" for x, weight in zip(X[row], W[:, column], strict=True)
    )
    meeting = f"row {row} of X with column {column} of W1: {terms} = {result[row, column]}"
    return show(
        figure,
        alt=(
            f"Three tables of numbers: X with {n} rows and {k} columns, W1 with {k} rows and {m} "
            f"columns, and the result X @ W1 with {n} rows and {m} columns. Row {row} of X, which "
            f"holds {_listed(X[row])}, and column {column} of W1, which holds "
            f"{_listed(W[:, column])}, are marked. They meet in row {row}, column {column} of the "
            f"result, which holds {result[row, column]}. All other numbers of the result are "
            "question marks."
        ),
        caption=meeting[0].upper() + meeting[1:] + ".",
    )


def _draw_table(axes, left, table, name):
    """Draw the squares of a table with its numbers, and number its rows and columns from 0."""
    n, m = table.shape
    axes.text(left + m / 2, -0.95, name, ha="center", va="center", family="monospace")
    for i in range(n):
        axes.text(left - 0.18, i + 0.5, str(i), ha="right", va="center", color=GREY, fontsize=9)
        for j in range(m):
            _mark(axes, left + j, i, 1, 1, GREY, "none", linewidth=0.8, zorder=1)
            words = table[i, j] if isinstance(table[i, j], str) else f"{table[i, j]:g}"
            axes.text(left + j + 0.5, i + 0.5, words, ha="center", va="center", zorder=4)
    for j in range(m):
        axes.text(left + j + 0.5, -0.3, str(j), ha="center", va="center", color=GREY, fontsize=9)


def _mark(axes, x, y, width, height, edge, face, linewidth=2.4, zorder=2):
    from matplotlib.patches import Rectangle

    axes.add_patch(
        Rectangle(
            (x, y), width, height, edgecolor=edge, facecolor=face, lw=linewidth, zorder=zorder
        )
    )


def _signed(number):
    return f"({number:g})" if number < 0 else f"{number:g}"


def _listed(numbers):
    return " and ".join(f"{number:g}" for number in numbers)
