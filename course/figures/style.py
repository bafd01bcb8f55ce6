"""How every figure looks, and how it reaches the notebook with its text alternative."""

import base64
import io
import re

# After Okabe and Ito (2008), whose colours stay apart for colour-blind readers. Those that are too
# pale to be seen on white are a little darker here. A dark page inverts a figure's lightness and
# keeps its hues (`img.course-figure` in the style sheets of desk and feedback): they hold there.
BLUE, ORANGE, GREEN, PINK, SKY = "#0072B2", "#BF5000", "#009E73", "#C26A9B", "#2F93CE"
BLACK, GREY = "#000000", "#6E6E6E"
PALE_BLUE, PALE_ORANGE = "#C6E2F5", "#FBDCC6"  # for areas behind points and lines
FULL_BLUE = "#56B4E9"  # the fullest blue on which black words can be read, and white ones inverted

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


def show(figure, alt, caption="", shades=False):
    """Return the figure as an image that a notebook displays and a screen reader reads out.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
    alt : str
        What a reader who cannot see the figure must know: at least one full sentence.
    caption : str
        A line below the figure.
    shades : bool
        Whether light and dark mean something in it. A dark page then shows it as it is, on white.

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
    figure.savefig(
        buffer, format="png", dpi=DPI, metadata={"Software": None}, transparent=not shades
    )
    data = base64.b64encode(buffer.getvalue()).decode("ascii")
    width = round(figure.get_figwidth() * 96)
    below = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    mark = "" if shades else 'class="course-figure" '
    # White, until a page that is dark and knows what to do takes it away.
    return HTML(
        f'<figure style="margin:0"><img {mark}alt="{escape(alt)}" width="{width}" '
        f'style="max-width:100%;background:white" src="data:image/png;base64,{data}">{below}'
        "</figure>"
    )
