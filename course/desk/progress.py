"""``course progress``: what is done, what is open, and what to do next."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import click

from course.desk.desk import Desk, desk_option
from course.desk.exercises import Exercise, Test, exercises, read_cells, unit_title
from course.desk.feedback import Feedback, handed_in, latest_feedback
from course.desk.released import CourseError, Unit, released_folder, released_units

PAGE = "progress.md"
HEADING = "# Your progress"
LIST = "menu Nbgrader, Assignment List"


@click.command()
@desk_option
def progress(folder: Path) -> None:
    """Print your points per exercise, what is open, and what to do next.

    Notebooks count as they were last saved and run.
    """
    desk = Desk(folder)
    if not desk.folder.is_dir():
        raise CourseError(
            f"There is no desk at {desk.folder}: start with `course lab`, "
            "or name your desk's folder with --desk."
        )
    found = look(desk, released_units(released_folder()))
    click.echo(as_text(found))


@dataclass
class ExerciseState:
    """An exercise, and how far it is.

    Parameters
    ----------
    exercise : Exercise
        As the notebook has it.
    earned : float
        Its points: by the notebook for what the learner sees, by the feedback for the rest.
    words : str
        Its state in words; empty when it is done.
    rank : {"done", "waits", "hand in", "wrong", "open"}
        What is to be done.
    """

    exercise: Exercise
    earned: float
    words: str
    rank: str


@dataclass
class UnitState:
    """A unit, and how far it is.

    Parameters
    ----------
    name, title : str
        The folder, and the heading.
    states : list of ExerciseState
        In their order.
    feedback : Feedback or None
        The latest one.
    trouble : str
        Why the notebook cannot be read; empty if it can.
    """

    name: str
    title: str
    states: list[ExerciseState]
    feedback: Feedback | None = None
    trouble: str = ""

    @property
    def earned(self) -> float:
        """The points so far."""
        return sum(state.earned for state in self.states)

    @property
    def points(self) -> float:
        """The points that there are."""
        return sum(state.exercise.points for state in self.states)

    @property
    def done(self) -> int:
        """How many exercises are done."""
        return sum(state.rank == "done" for state in self.states)


def look(desk: Desk, units: list[Unit]) -> list[UnitState]:
    """Find out how far the units on a desk are.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    units : list of Unit
        The released units.
    """
    return [_look(desk, unit) for unit in units]


def _look(desk: Desk, unit: Unit) -> UnitState:
    laid = read_cells(unit.folder / unit.notebook)
    folder = desk.folder / unit.name
    path = folder / unit.notebook
    feedback, trouble, cells, changed = latest_feedback(folder, unit.name), "", [], None
    try:
        cells = read_cells(path)
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except FileNotFoundError:
        trouble = f"{unit.notebook} is not in its folder; `course lab` lays a fresh one."
    except (OSError, ValueError):
        trouble = f"{unit.notebook} cannot be read."
    sent = _last_sent(desk, unit.name)
    since = feedback.handed_in if feedback else None
    waits = sent is not None and (since is None or since < sent)
    as_graded = bool(feedback and since and changed and changed <= since)
    scores = feedback.scores if feedback else {}
    states = [_state(each, scores, as_graded, waits) for each in exercises(cells, laid)]
    return UnitState(unit.name, unit_title(laid, unit.name), states, feedback, trouble)


def _last_sent(desk: Desk, unit: str) -> datetime | None:
    """When a unit was last handed in to the exchange inside the desk."""
    found = (desk.own / "submitted").glob(f"*/*+{unit}+*")
    times = [handed_in(path.name.rpartition("+")[2]) for path in found]
    return max((time for time in times if time), default=None)


def _state(
    exercise: Exercise, scores: dict[str, float], as_graded: bool, waits: bool
) -> ExerciseState:
    earned = sum(_earned(test, scores, as_graded) for test in exercise.tests)
    # While the notebook is as it was handed in, the grade says all, also of what was never run.
    seen = [test for test in exercise.tests if not (as_graded and test.name in scores)]
    failing = [test for test in seen if test.kind == "visible" and test.problem]
    unrun = [test for test in seen if test.kind == "visible" and not test.ran]
    later = [test for test in exercise.tests if test.kind != "visible"]
    ungraded = [test for test in later if test.name not in scores]
    missed = [test for test in exercise.tests if _missed(test, scores, as_graded)]
    if not exercise.begun:
        return ExerciseState(exercise, earned, "open", "open")
    if failing:
        return ExerciseState(exercise, earned, f"not right yet: {failing[0].problem}", "wrong")
    if unrun:
        return ExerciseState(exercise, earned, f"run the test {unrun[0].name}", "wrong")
    if waits and later:
        return ExerciseState(exercise, earned, "handed in, not graded yet", "waits")
    if ungraded and all(test.kind == "by hand" for test in ungraded) and scores:
        return ExerciseState(exercise, earned, "handed in, to be read by a person", "waits")
    if ungraded:
        return ExerciseState(exercise, earned, "hand in the unit to have it graded", "hand in")
    if missed:
        words = f"a test found something when it was graded: {missed[0].name}"
        return ExerciseState(exercise, earned, words, "wrong")
    return ExerciseState(exercise, earned, "", "done")


def _earned(test: Test, scores: dict[str, float], as_graded: bool) -> float:
    """The grade holds for hidden tests, and for all while the notebook is as it was handed in."""
    if test.name in scores and (as_graded or test.kind != "visible"):
        return scores[test.name]
    return test.points if test.kind == "visible" and test.passed else 0.0


def _missed(test: Test, scores: dict[str, float], as_graded: bool) -> bool:
    graded = test.name in scores and (as_graded or test.kind != "visible")
    return graded and scores[test.name] < test.points


def next_step(found: list[UnitState], link: bool = False) -> str:
    """Say what to do next, in one sentence.

    Parameters
    ----------
    found : list of UnitState
        In the order of the course.
    link : bool
        Whether to write for the page, where a unit's name leads to its notebook.
    """
    for unit in found:
        name = _link(unit.name, f"{unit.name}/{unit.name}.ipynb") if link else unit.name
        if unit.trouble:
            return _safe(unit.trouble) if link else unit.trouble
        for state in unit.states:
            if state.rank == "open":
                return f"Open {name} and do {state.exercise.title}."
            if state.rank == "wrong":
                words = state.words if state.words[-1] in ".?!" else f"{state.words}."
                words = _safe(words) if link else words
                return f"Open {name} and look at {state.exercise.title} again: {words}"
        if any(state.rank == "hand in" for state in unit.states):
            return f"Save {name} and hand it in ({LIST}, Submit): the hidden tests run then."
    if any(state.rank == "waits" for unit in found for state in unit.states):
        return "All is handed in; what is still to be graded will come back as feedback."
    return "You have done every exercise of the course."


def as_text(found: list[UnitState]) -> str:
    """Write it for the terminal.

    Parameters
    ----------
    found : list of UnitState
        In the order of the course.
    """
    lines = []
    for unit in found:
        lines.append(f"{unit.name}: {_of(unit.earned, unit.points)}")
        if unit.trouble:
            lines.append(f"  {unit.trouble}")
        for state in unit.states:
            points = _of(state.earned, state.exercise.points)
            lines.append(f"  {points:>15}  {state.exercise.title}: {state.words or 'done'}")
        if unit.feedback:
            lines.append(f"  feedback: {unit.feedback.path}")
    total = _of(sum(unit.earned for unit in found), sum(unit.points for unit in found))
    return "\n".join([*lines, "", f"Together: {total}.", f"Next: {next_step(found)}"])


def as_page(found: list[UnitState], notice: str = "") -> str:
    """Write it as Markdown, which JupyterLab shows in its own colors, with links that open.

    Parameters
    ----------
    found : list of UnitState
        In the order of the course.
    notice : str
        A sentence to put on top.
    """
    lines = [HEADING, "", f"**Next:** {next_step(found, link=True)}", ""]
    lines += [notice, ""] if notice else []
    lines += ["| Unit | Points | Exercises done |", "| --- | --- | --- |"]
    for unit in found:
        name = _link(unit.title, f"{unit.name}/{unit.name}.ipynb")
        points = f"{unit.earned:g} of {unit.points:g}"
        lines.append(f"| {name} | {points} | {unit.done} of {len(unit.states)} |")
    total = f"{sum(unit.earned for unit in found):g} of {sum(unit.points for unit in found):g}"
    lines += [f"| **Together** | **{total}** | |", ""]
    for unit in found:
        lines += [f"## {unit.title}", ""]
        lines += [_safe(unit.trouble), ""] if unit.trouble else []
        lines += ["| Exercise | Points | What is open |", "| --- | --- | --- |"]
        for state in unit.states:
            points = f"{state.earned:g} of {state.exercise.points:g}"
            title, words = state.exercise.title.replace("|", "\\|"), _safe(state.words) or "done"
            lines.append(f"| {title} | {points} | {words} |")
        lines.append("")
        if unit.feedback:
            where = f"{unit.name}/feedback/{unit.feedback.path.parent.name}/{unit.name}.html"
            lines += [_link(f"Read the latest feedback for {unit.name}", where), ""]
    lines += [
        "This page counts your notebooks as they were last saved and run. It is written anew when "
        "you save, validate or hand in; close it and open it again to see what is new.",
        "",
    ]
    return "\n".join(lines)


def _of(earned: float, points: float) -> str:
    return f"{earned:g} of {points:g} {'point' if points == 1 else 'points'}"


def _link(text: str, where: str) -> str:
    return f"[{text}]({quote(where)})"


def _safe(text: str) -> str:
    """Keep what a learner's code said from being taken for Markdown or HTML."""
    for mark in "\\|`*_<$[]":
        text = text.replace(mark, f"\\{mark}")
    return " ".join(text.split())
