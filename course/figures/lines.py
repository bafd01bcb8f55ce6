"""Transactions against balance for two groups of customers, and what a model makes of them.

`X` has two columns everywhere in this file: balance (thousands) and retired (0 or 1).
"""

import numpy as np

from course.figures.style import BLACK, BLUE, GREY, ORANGE, new_figure, show

# Never colour alone: the groups differ in the shape of their points and the style of their lines.
_GROUPS = {
    0: {"name": "not retired", "color": BLUE, "marker": "o", "style": "-"},
    1: {"name": "retired", "color": ORANGE, "marker": "^", "style": "--"},
}


def draw_customers(X, y):
    """Draw the transactions of all customers against their balance, without telling groups apart.

    Parameters
    ----------
    X : array of shape (n, 2)
        Balance and retired.
    y : array of shape (n,)
        Transactions.

    Returns
    -------
    IPython.display.HTML
    """
    figure, axes = new_figure(width=5.4, height=3.6)
    axes.scatter(X[:, 0], y, s=14, color=GREY, alpha=0.5, linewidths=0)
    axes.set(xlabel="balance (thousands)", ylabel="transactions next year")
    slope, start = np.polyfit(X[:, 0], y, 1)
    return show(
        figure,
        alt=(
            f"A scatter plot of {len(y)} customers: transactions next year against balance in "
            f"thousands. On the whole the points {_trend(slope)}, from about {start:.0f} "
            f"transactions at a balance of 0 to about {start + 10 * slope:.0f} at a balance of 10, "
            "but they are widely scattered."
        ),
        caption="Each point is one customer of the bank.",
    )


def draw_line_and_residuals(x, y, weight, bias):
    """Draw a few points, a line, and the residual of each point as a dotted line with its number.

    Parameters
    ----------
    x, y : array of shape (n,)
        The points.
    weight, bias : float
        The line, which rises.

    Returns
    -------
    IPython.display.HTML
    """
    figure, axes = new_figure(width=4.6, height=3.4)
    ends = np.array([np.min(x) - 0.4, np.max(x) + 0.4])
    residuals = y - (weight * x + bias)
    axes.plot(ends, weight * ends + bias, color=BLUE)
    axes.vlines(x, y - residuals, y, color=ORANGE, linestyle=":")
    axes.scatter(x, y, s=45, color=BLACK, zorder=3)
    for at, top, residual in zip(x, y, residuals, strict=True):
        # On the side on which the line, which rises, is farther away.
        side, aligned = (-0.06, "right") if residual > 0 else (0.06, "left")
        words = f"{residual:g}"
        axes.text(at + side, top - residual / 2, words, color=ORANGE, va="center", ha=aligned)
    axes.set(xlabel="x", ylabel="y", xticks=x)
    told = ", ".join(f"{residual:g}" for residual in residuals)
    sign = "minus" if bias < 0 else "plus"
    return show(
        figure,
        alt=(
            f"{len(x)} points and the line {weight:g} times x {sign} {abs(bias):g}. A dotted line "
            f"leads from each point straight up or down to the line, its residual: {told}."
        ),
        caption="The best line. The dotted lines are the residuals.",
    )


def draw_lines(X, y, w, b):
    """Draw the two lines of a linear model (A) beside a line fitted to each group alone (B).

    Parameters
    ----------
    X : array of shape (n, 2)
        Balance and retired.
    y : array of shape (n,)
        Transactions.
    w : array of shape (2,)
        The weights of the linear model.
    b : float
        Its bias.

    Returns
    -------
    IPython.display.HTML
    """
    own = {group: np.polyfit(*_of_group(X, y, group), 1) for group in _GROUPS}

    def one_line_each(X):
        return np.where(X[:, 1] == 1, np.polyval(own[1], X[:, 0]), np.polyval(own[0], X[:, 0]))

    figure, (left, right) = new_figure(width=8.2, height=3.9, columns=2, sharex=True, sharey=True)
    _draw_model(left, X, y, lambda X: X @ w + b)
    _draw_model(right, X, y, one_line_each)
    left.set_title("A: the linear model")
    right.set_title("B: a line for each group alone")
    right.set_ylabel("")
    _legend_above(figure, left)
    return show(
        figure,
        alt=(
            "Two scatter plots of the same customers: transactions next year against balance in "
            "thousands. Round points are customers who are not retired, triangles are retired "
            "customers. Plot A shows the two lines of the linear model. They are parallel: both "
            f"rise by {w[0]:.1f} transactions per thousand, and both miss much of their group. "
            "Plot B shows one line fitted to each group alone. They are not parallel and cross: "
            f"the line of those not retired rises by {own[0][0]:.1f} per thousand, the line of the "
            f"retired by {own[1][0]:.1f}."
        ),
        caption="A: what a linear model can draw. B: what the data shows.",
    )


def draw_model_lines(X, y, predict, title="", alt=None, caption=""):
    """Draw the customers of both groups and what any model predicts for each group.

    Parameters
    ----------
    X : array of shape (n, 2)
        Balance and retired.
    y : array of shape (n,)
        Transactions.
    predict : function
        Takes a table like `X` and returns one prediction for each row.
    title, caption : str
        Lines above and below the figure.
    alt : str, optional
        Text alternative; without it, one is made from the model's predictions.

    Returns
    -------
    IPython.display.HTML
    """
    figure, axes = new_figure(width=5.4, height=3.9)
    ends = _draw_model(axes, X, y, predict)
    axes.set_title(title)
    _legend_above(figure, axes)
    return show(figure, alt or _describe(ends), caption)


def draw_residuals(X, residuals):
    """Draw the residuals of each group against the balance.

    Parameters
    ----------
    X : array of shape (n, 2)
        Balance and retired.
    residuals : array of shape (n,)
        Observed minus predicted transactions.

    Returns
    -------
    IPython.display.HTML
    """
    figure, both = new_figure(width=8.2, height=3.4, columns=2, sharex=True, sharey=True)
    moves = []
    for axes, (group, look) in zip(both, _GROUPS.items(), strict=True):
        balance, of_group = _of_group(X, residuals, group)
        axes.axhline(0, color=BLACK, linewidth=1)
        _scatter(axes, balance, of_group, look)
        axes.set_title(look["name"])
        axes.set_xlabel("balance (thousands)")
        slope, start = np.polyfit(balance, of_group, 1)
        ends = f"{start:.0f} at a balance of 0 to {start + 10 * slope:.0f} at a balance of 10"
        moves.append(
            f"for customers who are {look['name']} the residuals {_trend(slope)}, on average from "
            + ends.replace("-", "minus ")
        )
    both[0].set_ylabel("residual (transactions)")
    return show(
        figure,
        alt=(
            "Two scatter plots of the residuals of the linear model against balance in thousands, "
            "with a horizontal line at 0 in each. The points do not lie evenly around 0: "
            f"{moves[0]}; {moves[1]}."
        ),
        caption="Residuals: above the line the model predicted too little, below it too much.",
    )


def _of_group(X, values, group):
    mine = X[:, 1] == group
    return X[mine, 0], values[mine]


def _draw_model(axes, X, y, predict):
    """Draw points and lines, and return what the model says at the ends of each group's line."""
    grid = np.linspace(0, 10, 101)
    ends = {}
    for group, look in _GROUPS.items():
        _scatter(axes, *_of_group(X, y, group), look)
    for group, look in _GROUPS.items():
        y_hat = np.ravel(predict(np.column_stack([grid, np.full(len(grid), float(group))])))
        # A white rim parts the line from the points, and lies below the lines of both groups.
        axes.plot(grid, y_hat, look["style"], color="white", linewidth=5, zorder=2)
        axes.plot(grid, y_hat, look["style"], color=look["color"], linewidth=2.6, zorder=3)
        ends[group] = y_hat[0], y_hat[-1]
    axes.set(xlabel="balance (thousands)", ylabel="transactions next year")
    return ends


def _scatter(axes, x, y, look):
    axes.scatter(x, y, s=14, color=look["color"], marker=look["marker"], alpha=0.3, linewidths=0)


def _legend_above(figure, axes):
    """Name point and line of each group in one entry, above all axes."""
    from matplotlib.lines import Line2D

    entries = [
        Line2D([], [], color=look["color"], linestyle=look["style"], marker=look["marker"])
        for look in _GROUPS.values()
    ]
    names = [look["name"] for look in _GROUPS.values()]
    figure.legend(entries, names, loc="outside upper center", ncols=2, handlelength=3)


def _trend(slope):
    return "rise with the balance" if slope > 0 else "fall with the balance"


def _describe(ends):
    lines = " and ".join(
        f"from {start:.0f} to {end:.0f} for customers who are {_GROUPS[group]['name']}"
        for group, (start, end) in ends.items()
    )
    return (
        "A scatter plot of transactions next year against balance in thousands, with the "
        f"predictions of a model for a balance from 0 to 10: they go {lines}."
    )
