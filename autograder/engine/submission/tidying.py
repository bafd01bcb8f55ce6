"""What nbgrader takes out of a notebook's outputs before it is written."""

from dataclasses import dataclass

from nbformat import NotebookNode
from nbgrader.preprocessors import IgnorePattern, LimitOutput

from autograder.course import Course


@dataclass(frozen=True)
class Tidying:
    """A course's settings of nbgrader's own preprocessors, as they travel with a unit.

    Parameters
    ----------
    pattern : str
        Errors that hold it are left out; none are where it is empty.
    max_lines, max_traceback : int
        Lines that are kept of a cell's output, and of an error; all where it is -1.
    """

    pattern: str = ""
    max_lines: int = 1000
    max_traceback: int = 100

    @classmethod
    def of(cls, course: Course) -> "Tidying":
        """Return what a course's configuration says."""
        limit = LimitOutput(parent=course.app)
        pattern = IgnorePattern(parent=course.app).pattern
        return cls(pattern, limit.max_lines, limit.max_traceback)

    def tidy(self, notebook: NotebookNode) -> None:
        """Take it out of an executed notebook."""
        limit = LimitOutput(max_lines=self.max_lines, max_traceback=self.max_traceback)
        for preprocessor in (IgnorePattern(pattern=self.pattern), limit):
            preprocessor.preprocess(notebook, {})
