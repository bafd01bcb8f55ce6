"""What the widgets' pictures share."""

from course.figures.style import new_figure


def steady_figure(width, height, columns=1, **margins):
    """Return a figure in the course's style whose axes stay in place while a slider moves.

    Its margins are given, not computed for each picture, which also takes half of the time.

    Parameters
    ----------
    width, height : float
        Size on the page, in inches.
    columns : int
        How many axes beside each other.
    **margins
        Handed on to `matplotlib.figure.Figure.subplots_adjust`: shares of the figure.

    Returns
    -------
    figure : matplotlib.figure.Figure
    axes : Axes, or array of Axes
    """
    figure, axes = new_figure(width=width, height=height, columns=columns)
    figure.set_layout_engine(None)
    figure.subplots_adjust(**margins)
    return figure, axes
