"""The course's own solution is graded first: tests that it fails are passed by nobody."""

import json
import shlex
from contextlib import suppress

from autograder.course import Course
from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.fingerprint import contents, digest
from autograder.engine.submission.job import Job
from autograder.engine.submission.results import Flag, SubmissionResult
from autograder.problems import CannotStart

OWN_SOLUTION = "the course's own solution"


class OwnSolution:
    """The solution in a unit's source folder.

    Parameters
    ----------
    course : Course
        Its folder.
    assignment : Assignment
        The unit.
    base : str
        Hash of what every grade depends on: the tests, the versions, the limits.
    most : int
        Bytes that a file may have.

    Set ``strict`` to refuse a unit of which it fails a test.
    """

    def __init__(self, course: Course, assignment: Assignment, base: str, most: int) -> None:
        self.folder = course.folder(course.app.coursedir.source_directory, assignment.name)
        self.unit = assignment.name
        self._names = list(assignment.notebooks)
        self._base = base
        self._most = most
        self._numbers: set[tuple[str, str]] = set()
        self._failing: list[list[str]] = []
        self.strict = False
        self._state = course.state / "checked.json"

    def job(self) -> Job | None:
        """Return the job of grading it, or None where it is not there or has passed already.

        Raises
        ------
        CannotStart
            If one of its notebooks is not there; or as `check`.
        """
        lacking = [name for name in self._names if not (self.folder / f"{name}.ipynb").is_file()]
        if lacking == self._names:
            return None
        if lacking:
            raise CannotStart(
                f"The gradebook's unit {self.unit} has the notebook {lacking[0]}, and the source "
                f"folder has none of this name: {_again(self.unit)}"
            )
        fingerprint = digest(self._base, contents(self.folder, self._most))
        noted = self._checked().get(self.unit)
        if isinstance(noted, dict) and noted.get("fingerprint") == fingerprint:
            self._numbers = {(book, name) for book, name in noted["numbers"]}
            self._failing = noted["failing"]
            self._refuse_if_strict()
            return None
        return Job(OWN_SOLUTION, self.unit, self.folder, fingerprint, seed=0)

    def check(self, result: SubmissionResult) -> None:
        """Note which of its tests it has passed.

        Raises
        ------
        CannotStart
            If it could not be graded, or uses a finished copy; or, where the run is strict, if it
            fails a test.
        """
        copies = [flag.text for flag in result.flags if flag.what == "withheld"]
        if result.problem or copies:
            raise CannotStart(
                f"The solution of {self.unit} in the source folder cannot be graded itself. "
                f"{result.problem or copies[0]} Mend it; then {_again(self.unit)}"
            )
        verdicts = [
            (book.name, name, verdict)
            for book in result.notebooks
            for name, verdict in book.tests.items()
        ]
        self._failing = [[b, n, v.message] for b, n, v in verdicts if not v.passed]
        numbers = [[b, n] for b, n, v in verdicts if v.ending == "number"]
        noted = {"fingerprint": result.fingerprint, "numbers": numbers, "failing": self._failing}
        with suppress(OSError):  # on a full disk it is checked again next time
            self._state.write_text(json.dumps({**self._checked(), self.unit: noted}))
        self._numbers = {(book, name) for book, name in numbers}
        self._refuse_if_strict()

    def failing(self) -> list[str]:
        """Return what to say of the tests that the solution fails: they are right for nobody."""
        if not self._failing:
            return []
        return [
            f"The solution of {self.unit} in the source folder fails {len(self._failing)} of its "
            "tests, so nobody passes them. Mend the solution or the test, then "
            f"{_again(self.unit)}",
            *(f"  {book}, {name}: {message}" for book, name, message in self._failing),
        ]

    def _refuse_if_strict(self) -> None:
        if self.strict and self._failing:
            raise CannotStart("\n".join(self.failing()))

    def hold(self, result: SubmissionResult) -> None:
        """Refuse partial credit that is no number, where the solution's is one.

        A test that computes its points from what the learner's code returns can be made to end with
        an array; nbgrader takes anything that is no number for full marks.
        """
        for book in result.notebooks:
            for name, verdict in book.tests.items():
                wanted = (book.name, name) in self._numbers
                if wanted and verdict.passed and verdict.ending == "something":
                    verdict.points = 0.0
                    verdict.message = f"The test {name} should end with a number of points."
                    result.flags.append(Flag("points", name, verdict.message))

    def _checked(self) -> dict[str, dict]:
        try:
            return json.loads(self._state.read_text())
        except (OSError, ValueError):
            return {}


def _again(unit: str) -> str:
    name = shlex.quote(unit)
    return f"run `nbgrader generate_assignment --force {name}`, which makes the release anew, too."
