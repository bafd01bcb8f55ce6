"""The progress page: what `course progress` says, as Markdown with links that open."""

from pathlib import Path
from urllib.parse import quote

from course.desk.progress import next_step
from course.desk.states import SittingState, UnitState
from course.language import say

PAGE = "progress.md"
HEADING = "# Your progress"


def as_page(found: list[UnitState], notice: str = "") -> str:
    """Write it as Markdown, which JupyterLab shows in its own colors, with links that open.

    Parameters
    ----------
    found : list of UnitState
        In the order of the course.
    notice : str
        A sentence to put on top.
    """
    lines = [say(HEADING), "", say("**Next:** {step}", step=next_step(found, _opened, _safe)), ""]
    lines += [notice, ""] if notice else []
    lines += [say("| Unit | Points | Exercises done |"), "| --- | --- | --- |"]
    for unit in found:
        one = len(unit.sittings) == 1
        lines.append(_row(_titled(unit.sittings[0]) if one else f"**{unit.title}**", unit))
        lines += [] if one else [_row(_titled(sitting), sitting) for sitting in unit.sittings]
    total = _of(sum(unit.earned for unit in found), sum(unit.points for unit in found))
    lines += [say("| **Together** | **{total}** | |", total=total), ""]
    for unit in found:
        lines += [f"## {unit.title}", ""]
        for sitting in unit.sittings:
            lines += [f"### {sitting.title}", ""] if len(unit.sittings) > 1 else []
            lines += _exercises(sitting)
    lines += [
        say(
            "This page counts your notebooks as they were last saved and run. It is written anew "
            "when you save, validate or hand in; close it and open it again to see what is new."
        ),
        "",
    ]
    return "\n".join(lines)


def _row(name: str, part: UnitState | SittingState) -> str:
    points = _of(part.earned, part.points)
    return f"| {name} | {points} | {_of(part.done, len(part.states))} |"


def _exercises(sitting: SittingState) -> list[str]:
    lines = [line for told in (sitting.trouble, sitting.note) if told for line in (_safe(told), "")]
    lines += [say("| Exercise | Points | What is open |"), "| --- | --- | --- |"]
    for state in sitting.states:
        points = _of(state.earned, state.exercise.points)
        title, words = state.exercise.title.replace("|", "\\|"), _safe(state.words) or say("done")
        lines.append(f"| {title} | {points} | {words} |")
    lines.append("")
    if sitting.page:
        name, unit = sitting.sitting.name, sitting.sitting.unit.name
        where = Path(unit, "feedback", sitting.page.parent.name, sitting.page.name).as_posix()
        lines += [_link(say("Read the latest feedback for {name}", name=name), where), ""]
    return lines


def _of(some: float, every: float) -> str:
    return say("{some:g} of {all:g}", some=some, all=every)


def _opened(sitting: SittingState) -> str:
    return _link(sitting.sitting.name, sitting.sitting.path)


def _titled(sitting: SittingState) -> str:
    return _link(sitting.title.replace("|", "\\|"), sitting.sitting.path)


def _link(text: str, where: str) -> str:
    return f"[{text}]({quote(where)})"


def _safe(text: str) -> str:
    """Keep what a learner's code said from being taken for Markdown or HTML."""
    for mark in "\\|`*_<$[]":
        text = text.replace(mark, f"\\{mark}")
    return " ".join(text.split())
