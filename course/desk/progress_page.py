"""The progress page: what `course progress` says, as Markdown with links that open."""

from pathlib import Path
from urllib.parse import quote

from course.desk.progress import next_step
from course.desk.states import SittingState, UnitState

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
    lines = [HEADING, "", f"**Next:** {next_step(found, _opened, _safe)}", ""]
    lines += [notice, ""] if notice else []
    lines += ["| Unit | Points | Exercises done |", "| --- | --- | --- |"]
    for unit in found:
        one = len(unit.sittings) == 1
        lines.append(_row(_titled(unit.sittings[0]) if one else f"**{unit.title}**", unit))
        lines += [] if one else [_row(_titled(sitting), sitting) for sitting in unit.sittings]
    total = f"{sum(unit.earned for unit in found):g} of {sum(unit.points for unit in found):g}"
    lines += [f"| **Together** | **{total}** | |", ""]
    for unit in found:
        lines += [f"## {unit.title}", ""]
        for sitting in unit.sittings:
            lines += [f"### {sitting.title}", ""] if len(unit.sittings) > 1 else []
            lines += _exercises(sitting)
    lines += [
        "This page counts your notebooks as they were last saved and run. It is written anew when "
        "you save, validate or hand in; close it and open it again to see what is new.",
        "",
    ]
    return "\n".join(lines)


def _row(name: str, part: UnitState | SittingState) -> str:
    points = f"{part.earned:g} of {part.points:g}"
    return f"| {name} | {points} | {part.done} of {len(part.states)} |"


def _exercises(sitting: SittingState) -> list[str]:
    lines = [line for told in (sitting.trouble, sitting.note) if told for line in (_safe(told), "")]
    lines += ["| Exercise | Points | What is open |", "| --- | --- | --- |"]
    for state in sitting.states:
        points = f"{state.earned:g} of {state.exercise.points:g}"
        title, words = state.exercise.title.replace("|", "\\|"), _safe(state.words) or "done"
        lines.append(f"| {title} | {points} | {words} |")
    lines.append("")
    if sitting.page:
        name, unit = sitting.sitting.name, sitting.sitting.unit.name
        where = Path(unit, "feedback", sitting.page.parent.name, sitting.page.name).as_posix()
        lines += [_link(f"Read the latest feedback for {name}", where), ""]
    return lines


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
