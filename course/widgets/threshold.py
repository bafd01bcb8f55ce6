"""Unit 08: the threshold, who is called ill by it, and how many of these calls are right."""

import numpy as np

from course.figures.clinic import draw_scores
from course.toolbox import clinic
from course.widgets.controls import Slider
from course.widgets.live import Live

_KINDS = (("true negatives", "false positives"), ("false negatives", "true positives"))


def threshold_picture(y, scores, names, threshold):
    """Draw the scores of two classes with a threshold, and count what it does to them.

    Parameters
    ----------
    y : array of shape (n,)
        The true class of each row, 0 or 1.
    scores : array of shape (n,)
        What the network's output node held, between 0 and 1.
    names : sequence of two str
        What class 0 and class 1 are called.
    threshold : float
        Above this score, the prediction is 1.

    Returns
    -------
    IPython.display.HTML
        The picture, and below it the confusion matrix as a table with three shares.
    """
    from html import escape

    from IPython.display import HTML

    y_hat = (scores > threshold).astype(int)
    matrix = clinic.confusion_matrix(y, y_hat)
    shares = (
        f"Threshold {threshold:.2f}: recall {clinic.recall(y, y_hat):.3f}, "
        f"precision {clinic.precision(y, y_hat):.3f}, accuracy {np.mean(y_hat == y):.3f}."
    )
    picture = draw_scores(y, scores, threshold, names, caption=shares)
    return HTML(picture.data + _table(matrix, [escape(name) for name in names]))


def explore_threshold(y, scores, names=("0", "1"), threshold=0.5):
    """Show scores and confusion matrix of a classifier, with a slider for the threshold.

    Parameters
    ----------
    y : array of shape (n,)
        The true class of each row, 0 or 1.
    scores : array of shape (n,)
        What the network's output node held, between 0 and 1.
    names : sequence of two str
        What class 0 and class 1 are called.
    threshold : float
        Where it stands at first.

    Returns
    -------
    Live
    """
    y, scores = np.ravel(y), np.ravel(scores)
    controls = [Slider("threshold", "threshold", threshold, 0, 1, 0.01)]

    def draw(threshold):
        return threshold_picture(y, scores, names, threshold)

    return Live("threshold", draw, controls, height=490)


def _table(matrix, names):
    """Write the confusion matrix as a table, which a screen reader goes through cell by cell."""
    head = "".join(f'<th scope="col">predicted: {name}</th>' for name in names)
    rows = "".join(
        f'<tr><th scope="row">true: {names[i]}</th>'
        + "".join(f"<td><b>{matrix[i, j]}</b> {_KINDS[i][j]}</td>" for j in (0, 1))
        + "</tr>"
        for i in (0, 1)
    )
    return (
        '<table class="course-confusion-matrix" border="1" cellpadding="6" '
        f'style="border-collapse:collapse"><tr><td></td>{head}</tr>{rows}</table>'
    )
