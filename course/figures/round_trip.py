"""The way of one unit, from the answer to the feedback, drawn as five boxes."""

from course.figures.style import BLACK, BLUE, GREEN, GREY, ORANGE, new_figure, show
from course.language import say

_GAP, _WIDTH, _HEIGHT = 2.0, 1.56, 1.15


def _steps():
    """Return name and words of each box."""
    return (
        (say("1. Answer"), say("write code in\nan answer cell")),
        (say("2. Check"), say("run the test\ncell below it")),
        (say("3. Check all"), say("run all tests\nfrom the top")),
        (say("4. Submit"), say("hand in\nthe unit")),
        (say("5. Feedback"), say("points and\ncomments")),
    )


def draw_round_trip():
    """Draw the round trip of a unit: answer, check, check all, submit, feedback.

    Returns
    -------
    IPython.display.HTML
    """
    figure, axes = new_figure(width=8.2, height=2.9)
    steps = _steps()
    for k, (name, words) in enumerate(steps):
        _draw_box(axes, k * _GAP, name, words, BLUE if k < 3 else GREEN, "-" if k < 3 else "--")
    for k in range(len(steps) - 1):
        left, right = k * _GAP + _WIDTH / 2, (k + 1) * _GAP - _WIDTH / 2
        _draw_arrow(axes, (left, 0), (right, 0), BLACK)
    top = _HEIGHT / 2 + 0.06
    _draw_arrow(axes, (_GAP, top), (0, top), ORANGE, bend=0.5)
    axes.text(_GAP / 2, 1.22, say("not yet right: read, think, change"), ha="center", va="bottom")
    _draw_arrow(axes, (4 * _GAP, -top), (0, -top), GREY, bend=-0.2)
    axes.text(
        2 * _GAP, -1.62, say("learn from it, and go on to the next unit"), ha="center", va="top"
    )
    axes.text(3.5 * _GAP, 0.85, say("the hidden tests run here"), ha="center", va="bottom")
    axes.set(xlim=(-0.95, 4 * _GAP + 0.85), ylim=(-1.95, 1.6))
    axes.set_aspect("equal")
    axes.axis("off")
    return show(
        figure,
        alt=(
            say(
                "Five boxes in a row, joined by arrows from left to right. 1, Answer: write "
                "code in an answer cell. 2, Check: run the test cell below it. 3, Check all: "
                "run all tests from the top. 4, Submit: hand in the unit. 5, Feedback: "
                "points and comments. In these last two the hidden tests are run. An arrow "
                "leads from Check back to Answer: not yet right, so read, think and change. "
                "Another one leads from Feedback back to Answer: learn from it, and go on to "
                "the next unit."
            )
        ),
        caption=say("The round trip of every unit. Go from 1 to 2 and back as often as you like."),
    )


def _draw_box(axes, x, name, words, colour, style):
    from matplotlib.patches import FancyBboxPatch

    axes.add_patch(
        FancyBboxPatch(
            (x - _WIDTH / 2, -_HEIGHT / 2),
            _WIDTH,
            _HEIGHT,
            boxstyle="round,pad=0,rounding_size=0.15",
            facecolor="white",
            edgecolor=colour,
            linestyle=style,
            linewidth=2,
        )
    )
    axes.text(x, 0.3, name, ha="center", va="center", weight="bold")
    axes.text(x, -0.2, words, ha="center", va="center", fontsize=10)


def _draw_arrow(axes, start, end, colour, bend=0.0):
    axes.annotate(
        "",
        xy=end,
        xytext=start,
        arrowprops={
            "arrowstyle": "-|>",
            "color": colour,
            "linewidth": 1.6,
            "shrinkA": 1,
            "shrinkB": 1,
            "connectionstyle": f"arc3,rad={bend}",
        },
    )
