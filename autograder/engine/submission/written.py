"""An executed notebook as it is handed to the process that saves: its text, ready to be written.

That process is one for all workers. The text is made here, by the worker's own process and not by
the learner's; of its cells, only what the gradebook asks for goes along.
"""

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import compute_checksum, is_grade, is_solution, is_task

from autograder.engine.submission.results import CellResult, ExecutedNotebook, NotebookResult
from autograder.engine.submission.stops import stops
from autograder.engine.submission.tidying import Tidying


def written(done: ExecutedNotebook, tidying: Tidying) -> NotebookResult:
    """Return an executed notebook with its text; its outputs are tidied in place."""
    found = stops(done.name, done.notebook)
    tidying.tidy(done.notebook)
    # Without nbformat's validation: the notebook has been made cell by cell.
    text = nbformat.v4.writes(done.notebook) + "\n"
    cells = [_told(cell) for cell in done.notebook.cells if _counts(cell)]
    return NotebookResult(done.name, text.encode(), done.tests, done.flags, cells, found)


def _counts(cell: NotebookNode) -> bool:
    return is_grade(cell) or is_solution(cell) or is_task(cell)


def _told(cell: NotebookNode) -> CellResult:
    grading = cell.metadata["nbgrader"]
    untouched = grading.get("checksum") == compute_checksum(cell)
    kinds = is_grade(cell), is_solution(cell), is_task(cell)
    return CellResult(grading["grade_id"], cell.source, *kinds, untouched)
