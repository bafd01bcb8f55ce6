"""The same isolated execution for plain ``nbgrader autograde`` and the Formgrader's button.

One line in ``nbgrader_config.py`` puts it in the place of nbgrader's own execution::

    c.Autograde.autograde_preprocessors = ["autograder.stock.Isolated"]

It reads what the learner submitted, sanitises and runs it as ``autograder grade`` does, writes the
scores, and hands the executed notebook to nbgrader. nbgrader's own sanitising, which comes first
and lets one copied cell stop all submissions, is not needed then::

    c.Autograde.sanitize_preprocessors = []
"""

import atexit
from concurrent.futures import Executor
from contextlib import ExitStack
from pathlib import Path

import nbformat
from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.course import load_course
from autograder.engine.run.dispatch import this_machines
from autograder.engine.run.opening import make_run, open_gradebook
from autograder.engine.run.run import Run
from autograder.engine.submission.results import RESULT, SubmissionResult, as_text, read_result


class NotGraded(Exception):
    """nbgrader shows this for a submission that gets no grade, and goes on with the others."""


class Isolated(NbGraderPreprocessor):
    """Grades the notebook that nbgrader is at, in the sandbox."""

    def preprocess(
        self, nb: NotebookNode, resources: ResourcesDict
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Return the executed notebook; its scores are in the gradebook by then.

        Raises
        ------
        NotGraded
            If it is ungradable.
        """
        told = resources["nbgrader"]
        course = load_course(Path(CourseDirectory(parent=self).root))
        with open_gradebook(course) as gradebook:
            run = make_run(course, told["assignment"], gradebook, isolated=True)
            result = self._graded(run, told["student"], told["notebook"])
        return nbformat.v4.reads(result.notebooks[0].text.decode()), resources

    def _graded(self, run: Run, student: str, notebook: str) -> SubmissionResult:
        folder = run.submissions([student])[student]
        job = run.job(student, folder, notebook)
        executor = _executors.at(run)
        result = executor.submit(this_machines().grade, job, run.assignment, run.limits).result()
        if result.problem:
            raise NotGraded(f"{student} gets no grade: {result.problem}")
        for flag in result.flags:
            self.log.warning("%s: %s", student, flag.text)
        if not result.isolated:
            self.log.warning("Not isolated: learners' code ran with your own rights.")
        run.saver().grades(result, folder, only=notebook)
        _write_result(run, result)
        return result


def _write_result(run: Run, result: SubmissionResult) -> None:
    """Write ``result.json`` beside the notebooks; those of one submission come one by one."""
    folder = run.destination(result.student)
    text = result.as_json(run.versions, run.limits.as_dict())
    old = read_result(folder)
    if old is not None and old.get("fingerprint") == result.fingerprint:
        text["tests"] = {**old["tests"], **text["tests"]}
        for kind in ("flags", "stops"):
            before = old.get(kind, [])
            text[kind] = [*before, *(each for each in text[kind] if each not in before)]
    (folder / RESULT).write_text(as_text(text), encoding="utf-8")


class _Executors:
    """Keeps one warm process for the unit that nbgrader is at."""

    def __init__(self) -> None:
        self._key: tuple[str, str] | None = None
        self._open = ExitStack()
        self._executor: Executor | None = None

    def at(self, run: Run) -> Executor:
        """Return the executor for a unit; another unit's is closed."""
        key = (str(run.course.root), run.assignment.digest())
        if self._executor is None or self._key != key:
            self.close()
            self._executor = self._open.enter_context(this_machines().pool(run.sandbox, 1))
            self._key = key
        return self._executor

    def close(self) -> None:
        """End the warm process."""
        self._open.close()
        self._executor = None


_executors = _Executors()
atexit.register(_executors.close)
