"""How every figure looks, and how it reaches the notebook with its text alternative."""

import base64
import io
import re

# Okabe and Ito (2008): eight colours that stay apart for colour-blind readers.
BLUE, ORANGE, GREEN, PINK = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
SKY, YELLOW, BLACK, GREY = "#56B4E9", "#E69F00", "#000000", "#777777"
PALE_BLUE, PALE_ORANGE = "#d6eaf7", "#fbe3d3"  # for areas behind points and lines

DPI = 144
"""Twice the 72 dots per inch of a figure's width on the page, so that text stays sharp."""

_SETTINGS = {
    "font.size": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 12,
    "figure.facecolor": "white",
    "legend.frameon": False,
    "lines.linewidth": 2,
}


def new_figure(width=6.5, height=3.6, columns=1, rows=1, **kwargs):
    """Return a figure in the course's style and its axes.

    Parameters
    ----------
    width, height : float
        Size on the page, in inches.
    columns, rows : int
        How many axes beside and below each other.
    **kwargs
        Handed on to `matplotlib.figure.Figure.subplots`.

    Returns
    -------
    figure : matplotlib.figure.Figure
        Not registered with pyplot: nothing is shown until `show` is called.
    axes : Axes, or array of Axes
    """
    import matplotlib
    from matplotlib.figure import Figure

    # For the whole notebook, so that a learner's own plots look like the course's.
    matplotlib.rcParams.update(_SETTINGS)
    figure = Figure(figsize=(width, height), layout="constrained")
    return figure, figure.subplots(rows, columns, **kwargs)


def show(figure, alt, caption=""):
    """Return the figure as an image that a notebook displays and a screen reader reads out.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
    alt : str
        What a reader who cannot see the figure must know: at least one full sentence.
    caption : str
        A line below the figure.

    Returns
    -------
    IPython.display.HTML

    Raises
    ------
    ValueError
        If `alt` is not a full sentence.
    """
    from html import escape

    from IPython.display import HTML

    alt = re.sub(r"\s+", " ", alt).strip()
    if len(alt.split()) < 5 or not alt.endswith((".", "?", "!")):
        raise ValueError(f"The text alternative of a figure must be a full sentence, got {alt!r}.")
    buffer = io.BytesIO()
    # No version of matplotlib in the file: the bytes change only when the picture does.
    figure.savefig(buffer, format="png", dpi=DPI, metadata={"Software": None})
    data = base64.b64encode(buffer.getvalue()).decode("ascii")
    width = round(figure.get_figwidth() * 96)
    below = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return HTML(
        f'<figure style="margin:0"><img alt="{escape(alt)}" width="{width}" '
        f'style="max-width:100%;background:white" src="data:image/png;base64,{data}">{below}'
        "</figure>"
    )
