"""What the gradebook has of a unit's tests, of all learners at once."""

from nbgrader.api import (
    BaseCell,
    Grade,
    Gradebook,
    Notebook,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import select

from autograder.engine.submission.assignment import Assignment


def auto_scores(gradebook: Gradebook, assignment: Assignment) -> dict[str, dict[tuple, float]]:
    """Return learner -> (notebook, grade id) -> automatic score, of the tests alone."""
    tests = {
        (book.name, cell.name)
        for book in assignment.notebooks.values()
        for cell in book.cells
        if cell.is_test
    }
    wanted = select(SubmittedAssignment.student_id, Notebook.name, BaseCell.name, Grade.auto_score)
    wanted = wanted.select_from(Grade).join(Grade.cell).join(Grade.notebook)
    wanted = wanted.join(SubmittedNotebook.notebook).join(SubmittedNotebook.assignment)
    number = gradebook.find_assignment(assignment.name).id
    wanted = wanted.where(SubmittedAssignment.assignment_id == number)
    found: dict[str, dict[tuple, float]] = {}
    for student, book, name, points in gradebook.db.execute(wanted):
        own = found.setdefault(student, {})
        if (book, name) in tests and points is not None:
            own[book, name] = points
    return found
