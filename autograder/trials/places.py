"""Tests that say one thing beside an answer and another one in its process: the audit names them.

The trials of an audit run in one process. Where a unit has been graded, what was found then is
told; elsewhere the tests' texts are read, and grading will try them both ways.
"""

from autograder.course import Course
from autograder.engine.run.doubts import doubts
from autograder.engine.run.kept import Kept
from autograder.engine.run.places import noted_places
from autograder.engine.submission.assignment import INSIDE, OUTSIDE
from autograder.trials.exercises import Exercise, Unit


def told_places(course: Course, units: list[Unit]) -> list[str]:
    """Return a line for each test whose verdict depends on where it runs."""
    lines = []
    for unit in units:
        noted = noted_places(course, unit.name)
        for exercise in unit.exercises:
            for name, reason in _places(exercise, noted.get(exercise.book)).items():
                lines.append(f"{unit.name}/{exercise.book}/{name} runs inside: {reason}.")
    return list(dict.fromkeys(lines))


def _places(exercise: Exercise, noted: dict[str, str] | None) -> dict[str, str]:
    free = [
        test
        for test in exercise.tests
        if not any(line.strip() in (INSIDE, OUTSIDE) for line in test.source.splitlines())
    ]
    if noted is not None:
        return {test.name: noted[test.name] for test in free if test.name in noted}
    fixed = [piece for piece in exercise.everything if piece.name and not piece.is_answer]
    others = [piece.source for piece in exercise.everything if piece not in fixed]
    kept = Kept.read([*others, exercise.solution], [piece.source for piece in fixed])
    found = {test.name: next(doubts(test.source, kept), None) for test in free}
    return {name: reason for name, reason in found.items() if reason is not None}
