"""The pages of a report: plain HTML that needs nothing from elsewhere, readable and printable."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from autograder.reporting.gathering import UnitReport
from autograder.reporting.place import POLICY, SCRIPT
from autograder.reporting.statistics import FEW
from autograder.reporting.stuck import Sign

TEMPLATES = Path(__file__).parent / "templates"
BARS = 10
STATES = (
    "submitted",
    "late",
    "graded",
    "feedback released",
    "flagged",
    "ungradable",
    "waits for a mark",
    "nothing submitted",
)


def environment() -> Environment:
    """Return what fills the templates in; everything that is filled in is escaped."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(policy=POLICY, script=Markup(SCRIPT))
    environment.filters["soft"] = _soft
    environment.filters["share"] = lambda value: "" if value is None else f"{100 * value:.0f} %"
    environment.filters["digits"] = lambda value: "" if value is None else f"{value:.2f}"
    environment.filters["short"] = lambda value: "" if value is None else f"{value:g}"
    return environment


def _soft(name: str) -> Markup:
    """Let a long name go on in the next line behind each of its underscores."""
    return escape(name).replace("_", Markup("_<wbr>"))


def histogram(scores: list[float], most: float) -> list[int]:
    """Count the scores in ten equal parts of the points that can be had.

    Parameters
    ----------
    scores : list of float
    most : float
        The points; more than these count in the last part.
    """
    counts = [0] * BARS
    for score in scores:
        counts[min(BARS - 1, int(BARS * score / most) if most else 0)] += 1
    return counts


def unit_page(report: UnitReport, anonymous: bool) -> str:
    """Return a unit's page as HTML."""
    most = report.unit.max_score
    bars = histogram(report.scores, most)
    edges = [f"{most * place / BARS:g} to {most * (place + 1) / BARS:g}" for place in range(BARS)]
    return (
        environment()
        .get_template("unit.html.j2")
        .render(
            report=report,
            anonymous=anonymous,
            states=STATES,
            bars=list(zip(edges, bars, strict=True)),
            tallest=max(bars) or 1,
            few=FEW,
        )
    )


def class_page(report: UnitReport) -> str:
    """Return the page to show in a lecture: the sentences of a unit, without anybody's name."""
    return environment().get_template("lecture.html.j2").render(report=report)


def course_page(reports: list[UnitReport], signs: list[Sign], anonymous: bool) -> str:
    """Return the page of the course: every unit in a line, every learner in one."""
    template = environment().get_template("course.html.j2")
    return template.render(reports=reports, signs=signs, anonymous=anonymous, states=STATES)
