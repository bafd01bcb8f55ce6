"""The cells of a notebook in the gradebook, and what grading alone says of one."""

from nbgrader.api import Gradebook, Notebook

from autograder.engine.submission.results import CellResult, Verdict


class Cells:
    """The cells of one of the instructor's notebooks: name -> id in the gradebook."""

    def __init__(self, book: Notebook) -> None:
        self.id, self.name = book.id, book.name
        tasks = list(book.task_cells)
        self.graded = {cell.name: cell.id for cell in [*book.grade_cells, *tasks]}
        self.commented = {cell.name: cell.id for cell in [*book.solution_cells, *tasks]}


def cells_of(gradebook: Gradebook, unit: str) -> list[Cells]:
    """Return the cells of each notebook of a unit."""
    return [Cells(book) for book in gradebook.find_assignment(unit).notebooks]


def points_of(cell: CellResult, verdict: Verdict | None) -> float | None:
    """Return the automatic score; None where a person has to look."""
    if verdict is not None:
        return verdict.points
    return 0.0 if cell.is_solution and cell.untouched else None


def comment_on(cell: CellResult) -> str | None:
    """Return the automatic comment: on a cell that the learner has left as it was."""
    return "No response." if cell.untouched and not cell.is_task else None
