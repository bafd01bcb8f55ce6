"""What is said, once a run, of the tests that run in the learner's own process."""

from autograder.engine.submission.assignment import INSIDE, Assignment
from autograder.problems import CannotStart

CHOSEN = "the test itself says so"


def told_inside(assignment: Assignment) -> list[str]:
    """Return the lines that name a unit's inside tests, with reasons; none where there are none."""
    tests = [(book, cell) for book in assignment.notebooks.values() for cell in book.cells]
    tests = [(book, cell) for book, cell in tests if cell.is_test]
    inside = [(book, cell) for book, cell in tests if cell.is_inside]
    if not inside:
        return []
    verb = "runs" if len(inside) == 1 else "run"
    return [
        f"{len(inside)} of {len(tests)} tests of {assignment.name} {verb} inside, in one process "
        "with the answer, which could cheat there (docs/grading.md):",
        *(f"  {book.name}, {cell.name}: {cell.inside or CHOSEN}." for book, cell in inside),
    ]


def refuse_inside(assignment: Assignment) -> None:
    """Refuse a unit of which the engine would have tests run inside.

    Raises
    ------
    CannotStart
        If there are such tests; those that say so themselves are the instructor's choice.
    """
    if assignment.inside():
        raise CannotStart(
            "\n".join(told_inside(assignment))
            + "\nWith --strict this is refused. Change these tests, or write "
            + f"`{INSIDE}` into those that may run inside."
        )
