"""How far a learner is, by exercise, sitting and unit, as the notebooks and the feedback say."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from course.desk.desk import Desk
from course.desk.exercises import (
    Exercise,
    Test,
    exercises,
    has_run,
    read_cells,
    unit_title,
)
from course.desk.feedback import Feedback, handed_in, latest_feedback
from course.desk.misplaced import beside, missing
from course.desk.released import Sitting, Unit
from course.language import say


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
class SittingState:
    """A notebook, and how far it is.

    Parameters
    ----------
    sitting : Sitting
        The released one.
    title : str
        Its heading.
    states : list of ExerciseState
        In their order.
    trouble : str
        Why the notebook cannot be read; empty if it can.
    page : pathlib.Path or None
        Its page of the latest feedback.
    saved : datetime.datetime or None
        When it was last saved; None as long as nothing was done in it.
    note : str
        A sentence about notebooks beside it that hold its exercises and do not count.
    """

    sitting: Sitting
    title: str
    states: list[ExerciseState]
    trouble: str = ""
    page: Path | None = None
    saved: datetime | None = None
    note: str = ""

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

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do in it."""
        return all(state.rank in ("done", "waits") for state in self.states)


@dataclass
class UnitState:
    """A unit, and how far it is: over all its sittings.

    Parameters
    ----------
    name, title : str
        The folder, and the heading.
    sittings : list of SittingState
        In their order.
    feedback : Feedback or None
        The latest one.
    """

    name: str
    title: str
    sittings: list[SittingState]
    feedback: Feedback | None = None

    @property
    def states(self) -> list[ExerciseState]:
        """The exercises of all sittings."""
        return [state for sitting in self.sittings for state in sitting.states]

    @property
    def earned(self) -> float:
        """The points so far."""
        return sum(sitting.earned for sitting in self.sittings)

    @property
    def points(self) -> float:
        """The points that there are."""
        return sum(sitting.points for sitting in self.sittings)

    @property
    def done(self) -> int:
        """How many exercises are done."""
        return sum(sitting.done for sitting in self.sittings)


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
    folder = desk.folder / unit.name
    feedback, sent = latest_feedback(folder), _last_sent(desk, unit.name)
    since = feedback.handed_in if feedback else None
    waits = sent is not None and (since is None or since < sent)
    earlier = [
        (folder / name, _Graded(latest_feedback(folder, Path(name).stem), waits))
        for name in desk.earlier(unit)
    ]
    sittings = [
        _look_at(desk, sitting, _Graded(feedback, waits), earlier) for sitting in unit.sittings
    ]
    title = sittings[0].title if len(sittings) == 1 else _title(unit.name)
    return UnitState(unit.name, title, sittings, feedback)


def _title(name: str) -> str:
    """A unit of several sittings has no heading of its own."""
    number, _, words = name.partition("_")
    if not number.isdecimal():
        return name.replace("_", " ").capitalize()
    return titled_by_name(number, words)


def titled_by_name(number: str, words: str) -> str:
    """Return a title made of the parts of a name; names are in English, and not told in others."""
    said = say("Unit {number}", number=number)
    same = said == f"Unit {number}"
    return f"{said}: {words.replace('_', ' ').capitalize()}" if same else said


class _Graded:
    """What the latest feedback says, and whether something newer has been handed in."""

    def __init__(self, feedback: Feedback | None, waits: bool) -> None:
        self.scores = feedback.scores if feedback else {}
        self.since = feedback.handed_in if feedback else None
        self.pages = feedback.pages if feedback else {}
        self.not_begun = feedback.not_begun if feedback else set()
        self.waits = waits

    def holds_for(self, saved: datetime | None) -> bool:
        """Whether a notebook is as it was handed in."""
        return bool(self.since and saved and saved <= self.since)


def _look_at(
    desk: Desk, sitting: Sitting, graded: _Graded, earlier: list[tuple[Path, _Graded]]
) -> SittingState:
    laid = read_cells(sitting.unit.folder / sitting.notebook)
    trouble, cells, saved = "", [], None
    try:
        cells, saved = _read(desk.folder / sitting.path)
    except FileNotFoundError:
        trouble = missing(desk, sitting)
    except (OSError, ValueError):
        trouble = say("{notebook} cannot be read.", notebook=sitting.notebook)
    found = exercises(cells, laid)
    states = [_state(each, graded, graded.holds_for(saved)) for each in found]
    for path, then in earlier:
        states = _with_earlier(states, path, laid, then)
    if not has_run(cells) and not any(each.begun for each in found):
        saved = None
    title = unit_title(laid, sitting.name)
    page = graded.pages.get(sitting.name)
    note = "" if trouble else beside(desk, sitting, found)
    return SittingState(sitting, title, states, trouble, page, saved, note)


def _read(path: Path) -> tuple[list[dict], datetime]:
    return read_cells(path), datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _with_earlier(
    states: list[ExerciseState], path: Path, laid: list[dict], graded: _Graded
) -> list[ExerciseState]:
    """Let an earlier release's notebook count for what is not begun in the present one."""
    try:
        cells, saved = _read(path)
    except (OSError, ValueError):
        return states
    found = []
    for state, before in zip(states, exercises(cells, laid), strict=True):
        if state.rank != "open" or not before.begun:
            found.append(state)
            continue
        old = _state(before, graded, graded.holds_for(saved))
        over = old.rank in ("done", "waits")
        words = (
            say("{words} in {name}", words=old.words or say("done"), name=path.name)
            if over
            else say("open; begun in {name}", name=path.name)
        )
        found.append(replace(old, words=words, rank=old.rank if over else "open"))
    return found


def _last_sent(desk: Desk, unit: str) -> datetime | None:
    """When a unit was last handed in to the exchange inside the desk."""
    found = (desk.own / "submitted").glob(f"*/*+{unit}+*")
    times = [handed_in(path.name.rpartition("+")[2]) for path in found]
    return max((time for time in times if time), default=None)


def _state(exercise: Exercise, graded: _Graded, as_graded: bool) -> ExerciseState:
    scores = graded.scores
    earned = sum(_earned(test, scores, as_graded) for test in exercise.tests)
    # While the notebook is as it was handed in, the grade says all, also of what was never run.
    seen = [test for test in exercise.tests if not (as_graded and test.name in scores)]
    failing = [test for test in seen if test.kind == "visible" and test.problem]
    unrun = [test for test in seen if test.kind == "visible" and not test.ran]
    unrun = [test for test in unrun if scores.get(test.name, -1) < test.points]
    later = [test for test in exercise.tests if test.kind != "visible"]
    ungraded = [test for test in later if test.name not in scores]
    for_a_person = all(test.kind == "by hand" for test in ungraded) and scores
    for_a_person = for_a_person and not graded.not_begun & {test.name for test in ungraded}
    missed = [test for test in exercise.tests if _missed(test, scores, as_graded)]
    if not exercise.begun:
        return ExerciseState(exercise, earned, say("open"), "open")
    if failing:
        return ExerciseState(
            exercise, earned, say("not right yet: {problem}", problem=failing[0].problem), "wrong"
        )
    if unrun:
        first = (
            say("run the cells from the top, then the test")
            if unrun[0].is_stale
            else say("run the test")
        )
        return ExerciseState(exercise, earned, f"{first} {unrun[0].name}", "wrong")
    if graded.waits and later:
        return ExerciseState(exercise, earned, say("handed in, not graded yet"), "waits")
    if ungraded and for_a_person:
        return ExerciseState(exercise, earned, say("handed in, to be read by a person"), "waits")
    if ungraded:
        return ExerciseState(exercise, earned, say("hand in the unit to have it graded"), "hand in")
    if missed:
        words = say("a test found something when it was graded: {name}", name=missed[0].name)
        return ExerciseState(exercise, earned, words, "wrong")
    return ExerciseState(exercise, earned, "", "done")


def _earned(test: Test, scores: dict[str, float], as_graded: bool) -> float:
    """The grade holds for hidden tests, and for all while the notebook is as it was handed in.

    Of a visible test it stays until the next one: running a cell again takes nothing away.
    """
    if test.name in scores and (as_graded or test.kind != "visible"):
        return scores[test.name]
    seen = test.points if test.kind == "visible" and test.passed else 0.0
    return max(seen, scores.get(test.name, 0.0))


def _missed(test: Test, scores: dict[str, float], as_graded: bool) -> bool:
    graded = test.name in scores and (as_graded or test.kind != "visible")
    return graded and scores[test.name] < test.points
