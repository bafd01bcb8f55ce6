"""What Home shows: where to go on, what is open, the path with its points, the latest feedback."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from course.desk.desk import Desk
from course.desk.feedback import Feedback
from course.desk.progress import next_step
from course.desk.released import Sitting
from course.desk.states import ExerciseState, SittingState, UnitState, titled_by_name

LEFT = ("wrong", "hand in")
"""Ranks of what was begun and wants something done."""


def as_home(
    desk: Desk, found: list[UnitState], here: Sitting | None, sent: dict[str, datetime]
) -> dict[str, Any]:
    """Return what Home shows, as JSON can hold it; times are ISO 8601, paths start at the desk.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    found : list of UnitState
        In the order of the course.
    here : Sitting or None
        The one to go on with; None where a class has not released any.
    sent : dict
        Unit -> when it was last handed in.
    """
    return {
        "continue": _continue(found, here),
        "earned": sum(unit.earned for unit in found),
        "points": sum(unit.points for unit in found),
        "open": [
            _exercise(sitting, state)
            for unit in found
            for sitting in unit.sittings
            for state in sitting.states
            if state.rank in LEFT
        ],
        "units": [_unit(unit, sent.get(unit.name)) for unit in found],
        "feedback": _feedback(desk, found),
    }


def feedback_points(feedback: Feedback, part: UnitState | SittingState) -> tuple[float, float]:
    """Return the points that feedback gives for a unit or a sitting, and how many there are."""
    tests = [test for state in part.states for test in state.exercise.tests]
    earned = sum(feedback.scores.get(test.name, 0.0) for test in tests)
    return earned, sum(test.points for test in tests)


def page_path(desk: Desk, page: Path) -> str:
    """Return where a feedback page lies on the desk."""
    return page.relative_to(desk.folder).as_posix()


def heading(unit: UnitState, sitting: SittingState) -> str:
    """Return a sitting's title; where others of its unit have the same one, its name in words."""
    if sum(other.title == sitting.title for other in unit.sittings) == 1:
        return sitting.title
    short, _, words = sitting.sitting.name.partition("_")
    return titled_by_name(short, words)


def _continue(found: list[UnitState], here: Sitting | None) -> dict[str, Any]:
    if here is None:
        nothing = dict.fromkeys(("path", "title", "exercise", "cell"), "")
        return {**nothing, "begun": False, "words": next_step(found)}
    unit = next(each for each in found if each.name == here.unit.name)
    sitting = next(each for each in unit.sittings if each.sitting.name == here.name)
    left = [state for state in sitting.states if state.rank not in ("done", "waits")]
    return {
        "path": here.path,
        "title": heading(unit, sitting),
        "begun": any(each.saved for unit in found for each in unit.sittings),
        "exercise": left[0].exercise.title if left else "",
        "cell": _cell(left[0]) if left and sitting.saved else "",
        "words": "" if left else next_step(found),
    }


def _unit(unit: UnitState, sent: datetime | None) -> dict[str, Any]:
    due = unit.sittings[0].sitting.unit.due
    return {
        "name": unit.name,
        "title": unit.title,
        "handed_in": sent.isoformat() if sent else None,
        "due": due.isoformat() if due else None,
        "is_past": bool(due and due < datetime.now(UTC)),
        **_counted(unit),
        "sittings": [_sitting(unit, sitting) for sitting in unit.sittings],
    }


def _sitting(unit: UnitState, sitting: SittingState) -> dict[str, Any]:
    begun = sitting.saved or any(state.rank != "open" for state in sitting.states)
    return {
        "title": heading(unit, sitting),
        "path": sitting.sitting.path,
        "state": "over" if sitting.is_over else "begun" if begun else "new",
        "trouble": sitting.trouble or sitting.note,
        **_counted(sitting),
    }


def _counted(part: UnitState | SittingState) -> dict[str, float]:
    return {
        "earned": part.earned,
        "points": part.points,
        "done": part.done,
        "exercises": len(part.states),
    }


def _exercise(sitting: SittingState, state: ExerciseState) -> dict[str, str]:
    return {
        "title": state.exercise.title,
        "words": state.words,
        "path": sitting.sitting.path,
        "cell": _cell(state),
    }


def _cell(state: ExerciseState) -> str:
    """The name of a cell by which the exercise is found in its notebook."""
    return state.exercise.tests[0].name if state.exercise.tests else ""


def _feedback(desk: Desk, found: list[UnitState]) -> list[dict[str, Any]]:
    """The latest feedback on each unit, the newest first."""
    told = []
    for unit in [unit for unit in found if unit.feedback]:
        earned, points = feedback_points(unit.feedback, unit)
        time = unit.feedback.handed_in
        pages = [
            {"title": heading(unit, sitting), "path": page_path(desk, sitting.page)}
            for sitting in unit.sittings
            if sitting.page
        ]
        told.append(
            {
                "title": unit.title,
                "handed_in": time.isoformat() if time else None,
                "earned": earned,
                "points": points,
                "pages": pages,
            }
        )
    return sorted(told, key=lambda one: one["handed_in"] or "", reverse=True)
