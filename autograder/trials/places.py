"""Tests that say one thing beside an answer and another one in its process: the audit names them.

The trials of an audit run in one process. Here the tests' texts are read; where grading has tried
a test both ways, and the test is still the same, what was found then is told as well.
"""

from autograder.course import Course
from autograder.engine.run.doubts import doubts
from autograder.engine.run.kept import Kept
from autograder.engine.run.places import noted_places
from autograder.engine.submission.assignment import INSIDE, OUTSIDE
from autograder.trials.exercises import Exercise, Unit

Places = dict[tuple[str, str, str], dict[str, str]]
"""Key of an exercise -> test -> why it runs inside."""


def inside_places(course: Course, units: list[Unit]) -> Places:
    """Return the tests whose verdict depends on where they run, by exercise."""
    found: Places = {}
    for unit in units:
        noted = noted_places(course, unit.name)
        for name in dict.fromkeys(exercise.book for exercise in unit.exercises):
            book = [exercise for exercise in unit.exercises if exercise.book == name]
            kept = _kept(book)
            for exercise in book:
                found[exercise.key] = _places(exercise, kept, noted.get(name, {}))
    return found


def _kept(book: list[Exercise]) -> Kept:
    """Read the cells of a notebook."""
    tests = {test.name: test.source for exercise in book for test in exercise.tests}
    cells = max((exercise.everything for exercise in book), key=len)
    cells = tuple(cell for cell in cells if cell.name not in tests)
    answers = [cell.source for cell in cells if cell.is_answer or not cell.name]
    locked = [cell.source for cell in cells if cell.name and not cell.is_answer]
    return Kept.read(answers, locked, list(tests.values()))


def _places(exercise: Exercise, kept: Kept, noted: dict[str, tuple[str, str]]) -> dict[str, str]:
    found = {}
    for test in exercise.tests:
        if any(line.strip() in (INSIDE, OUTSIDE) for line in test.source.splitlines()):
            continue  # the instructor has decided
        reason, source = noted.get(test.name, ("", ""))
        reason = next(doubts(test.source, kept), reason if source == test.source else "")
        if reason:
            found[test.name] = reason
    return found
