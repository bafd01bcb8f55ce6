"""Check a whole notebook: run it from its top, and say of each exercise how far it is, in a line.

Validate and *Check all* show the same lines. Nothing here imports JupyterLab's server.
"""

from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.utils import determine_grade, is_grade, is_solution
from nbgrader.validator import Validator
from traitlets.config import Config

from course.desk.exercises import errors, is_visible, sentence, titled
from course.language import say

UNANSWERED = "You have not written anything yet. A person reads this answer."
PARTLY = "It passes some of its tests, not all of them."
BY_HAND = "A person reads this answer."
UNKNOWN = "Answered. Whether it is right is checked when your work is graded."
SEEN_ONLY = "Its check passes. Hidden tests run when your work is graded."
PASSES = "It passes."
UNDO = (
    "Undo the change there (Edit, Undo), or lay a fresh copy with `course reset`, which keeps "
    "your work under another name."
)


@dataclass(frozen=True)
class Line:
    """What is said of one exercise.

    Parameters
    ----------
    title : str
        The exercise's heading, without its points.
    name : str
        The ``grade_id`` of the cell that it is about.
    verdict : {"passed", "later", "by hand", "wrong", "changed"}
        Whether all that can be seen here passes; whether that says nothing, because a quick
        question is only looked at when it is graded; whether a person reads it; whether something
        failed; or whether a test was changed, so that nothing was run.
    text : str
        A sentence.
    """

    title: str
    name: str
    verdict: str
    text: str


def check_notebook(path: str | Path, config: Config | None = None) -> list[Line]:
    """Run a notebook from its top, in a kernel of its own, and return a line for each exercise.

    Neither the notebook nor this process's folder changes. If tests were changed nothing is run,
    and the lines are about those alone.

    Parameters
    ----------
    path : str or pathlib.Path
        The notebook.
    config : traitlets.config.Config, optional
        nbgrader's configuration, such as the seconds that a cell may take.

    Raises
    ------
    Exception
        Whatever keeps a notebook from being read or run, as nbformat, nbgrader and nbclient say it.
    """
    # What a kernel remarks on its start would stand in the terminal of `course lab`.
    quiet = Config({"Execute": {"extra_arguments": ["--log-level=ERROR"]}})
    quiet.merge(config or {})
    return _Checker(config=quiet).lines(Path(path))


class _Checker(Validator):
    """nbgrader's validator: what was changed, and how a notebook is run."""

    def lines(self, path: Path) -> list[Line]:
        book = nbformat.read(path, as_version=nbformat.current_nbformat)
        titles = {id(cell): title for title, cell in titled(book.cells)}
        changed = [
            _changed(titles[id(cell)], cell, _other_type(cell))
            for cell in self._get_type_changed_cells(book)
        ] or [_changed(titles[id(cell)], cell, "") for cell in self._get_changed_cells(book)]
        if changed:
            return changed
        resources = {"metadata": {"path": str(path.parent)}}
        for kind in self.preprocessors:
            book, resources = kind(parent=self).preprocess(book, resources)
        return self._by_exercise(book.cells)

    def _by_exercise(self, cells: list[nbformat.NotebookNode]) -> list[Line]:
        lines: dict[str, Line] = {}
        stopped: dict[str, list[tuple[str, str]]] = {}
        for title, cell in titled(cells):
            if is_solution(cell):
                stopped.setdefault(title, []).extend(errors(cell))
            if not is_grade(cell):
                continue
            line = self._line(title, cell, stopped.get(title, []))
            before = lines.get(title)
            # The first failure is what to look at; a check that passes says more than one to come.
            if before is None or _WEIGHT[line.verdict] > _WEIGHT[before.verdict]:
                lines[title] = line
            elif line.verdict == "later" and before.verdict == "passed":
                lines[title] = Line(title, before.name, "passed", say(SEEN_ONLY))
        return list(lines.values())

    def _line(self, title: str, cell: nbformat.NotebookNode, stopped: list) -> Line:
        name = cell.metadata.nbgrader.grade_id
        score, most = determine_grade(cell, self.log)
        if is_solution(cell):
            empty = score is not None and score < most
            return Line(
                title, name, *(("wrong", say(UNANSWERED)) if empty else ("by hand", say(BY_HAND)))
            )
        if score is not None and score < most:
            return Line(title, name, "wrong", sentence(cell, stopped) or say(PARTLY))
        if is_visible(cell):
            return Line(title, name, "passed", say(PASSES))
        return Line(title, name, "later", say(UNKNOWN))


_WEIGHT = {"later": 0, "passed": 1, "by hand": 2, "wrong": 3}


def _changed(title: str, cell: nbformat.NotebookNode, how: str) -> Line:
    name = cell.metadata.nbgrader.grade_id
    return Line(
        title,
        name,
        "changed",
        say("{name}, in {title}{how}", name=name, title=title, how=how) + f"\n{say(UNDO)}",
    )


def _other_type(cell: nbformat.NotebookNode) -> str:
    return say(
        ": a {before} cell that is a {now} cell now",
        before=cell.metadata.nbgrader.cell_type,
        now=cell.cell_type,
    )
