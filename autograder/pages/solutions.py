"""The course's own solutions, beside a learner's answers: never, after the due date, or always."""

from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearSolutions
from traitlets import Enum
from traitlets.config import Configurable

from autograder.pages.notebooks import read_notebook

NEVER, AFTER_DUE_DATE, ALWAYS = "never", "after_due_date", "always"


class ShowSolutions(Configurable):
    """Says when a feedback page shows solutions.

    In ``nbgrader_config.py``: ``c.ShowSolutions.when = "after_due_date"``. The due date is that of
    the unit in the gradebook; a unit without one keeps its solutions to itself.
    """

    when = Enum(
        (NEVER, AFTER_DUE_DATE, ALWAYS),
        default_value=NEVER,
        help="When a feedback page shows the solution beside a learner's answer.",
    ).tag(config=True)

    def of(
        self, directory: CourseDirectory, unit: str, notebook: str, due: str | None
    ) -> dict[str, str]:
        """Return the solutions that a page may show now.

        Parameters
        ----------
        directory : nbgrader.coursedir.CourseDirectory
            Of the course.
        unit, notebook : str
            As nbgrader calls them.
        due : str or None
            The unit's due date (UTC) in ISO 8601.

        Returns
        -------
        dict
            Grade id of an answer cell -> its code in the source notebook.
        """
        if self.when == NEVER or (self.when == AFTER_DUE_DATE and not _is_over(due)):
            return {}
        folder = directory.format_path(directory.source_directory, ".", unit)
        path = Path(folder) / f"{notebook}.ipynb"
        if not path.is_file():
            return {}
        words = ClearSolutions(parent=self)
        marks = (words.begin_solution_delimeter, words.end_solution_delimeter)
        return _solutions(path, path.stat().st_mtime_ns, marks)


@lru_cache(maxsize=64)
def _solutions(path: Path, _changed: int, marks: tuple[str, str]) -> dict[str, str]:
    """Read a notebook's solutions: the same for all learners, as long as it is not changed."""
    return {
        cell["metadata"]["nbgrader"]["grade_id"]: _without_marks(cell["source"], marks)
        for cell in read_notebook(path)["cells"]
        if _is_answer(cell)
    }


def _is_over(due: str | None) -> bool:
    if due is None:
        return False
    return datetime.fromisoformat(due).replace(tzinfo=UTC) <= datetime.now(UTC)


def _is_answer(cell: dict[str, Any]) -> bool | None:
    grading = cell["metadata"].get("nbgrader", {})
    return cell["cell_type"] == "code" and grading.get("solution") and not grading.get("grade")


def _without_marks(source: str, marks: tuple[str, str]) -> str:
    lines = source.split("\n")
    return "\n".join(line for line in lines if not any(mark in line for mark in marks))
