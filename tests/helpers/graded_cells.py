"""Notebooks written as cells in a text, run by the engine's own processes, without nbgrader.

The text has the form of `# %% answer ID`, `# %% test ID`, `# %% locked ID` and `# %% code` cells;
the solution stands in the answer cells, between nbgrader's marks.
"""

import re
from collections.abc import Iterator
from concurrent.futures import Executor

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from autograder.engine.protocol import names
from autograder.engine.run import worker
from autograder.engine.run.pool import local_processes
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.engine.submission.assignment import Cell, Notebook
from autograder.engine.submission.limits import Limits

WIDE = Limits()
SOLUTION = re.compile(r"^ *### BEGIN SOLUTION\n(.*?)^ *### END SOLUTION\n?", re.M | re.S)


def cells(text: str) -> list[tuple[str, str, str]]:
    """Return the kind, the name and the source of each cell of a text."""
    found = []
    for place, part in enumerate(re.split(r"^# %% *", text, flags=re.M)[1:]):
        head, _, body = part.partition("\n")
        kind, name, *_ = *head.split(), f"cell{place}"
        found.append((kind, name, body.strip("\n")))
    return found


def _cell(kind: str, name: str, source: str) -> Cell:
    is_answer, is_test = kind == "answer", kind == "test"
    points = 1.0 if is_test else None
    return Cell(
        name, "code", source, source, None, not is_answer, is_test, is_answer, False, points
    )


def book_of(text: str) -> Notebook:
    """Return what the engine knows of a notebook."""
    found = cells(text)
    known = tuple(_cell(*cell) for cell in found if cell[0] != "code")
    code = [source for _, _, source in found]
    fixed = [cell.source for cell in known if cell.is_fixed]
    open_ = [source for kind, _, source in found if kind in ("answer", "code")]
    return Notebook(
        "nb",
        known,
        None,
        names.imports(code),
        tuple(sorted(names.packages(code))),
        tuple(names.first_imports(code)),
        names.only_in(fixed, open_),
        answers=names.bound_otherwise(open_),
        looked_up=names.looked_up(open_) & names.bound_otherwise(open_),
        classes=names.classes(open_),
    )


class Graded:
    """One process that grades one notebook after the other; what learners write runs unwalled."""

    def __init__(self, pool: Executor) -> None:
        self.pool = pool

    def __call__(
        self,
        text: str,
        answers: str | None = None,
        files: dict[str, bytes] | None = None,
        limits: Limits = WIDE,
    ) -> dict[str, float]:
        """Return the points of each test.

        Parameters
        ----------
        text : str
            The instructor's cells.
        answers : str or None
            Answer cells that stand in the place of the solutions; "" is the untouched release.
        files : dict
            What lies beside the notebook.
        limits : Limits
            What it may take.
        """
        book = book_of(text)
        given = {name: source for _, name, source in cells(answers or "")}
        notebook = new_notebook()
        for kind, name, source in cells(text):
            if kind == "answer" and answers is not None:
                source = given.get(name, SOLUTION.sub("", source + "\n"))
            cell = new_code_cell(source)
            if kind != "code":
                cell.metadata["nbgrader"] = {"grade_id": name}
            notebook.cells.append(cell)
        files = files or {}
        done = self.pool.submit(
            worker.run_notebook, notebook, book, limits, files, files, 1
        ).result()
        self.said = {
            name: verdict.message for name, verdict in done.tests.items() if verdict.message
        }
        self.outputs = [cell.outputs for cell in done.notebook.cells]
        return {name: verdict.points for name, verdict in done.tests.items()}


@pytest.fixture(scope="module")
def graded() -> Iterator[Graded]:
    """A process that grades, for all tests of a module."""
    with local_processes(Sandbox((), (), walls=False), 1) as pool:
        yield Graded(pool)
