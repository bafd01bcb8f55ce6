"""What a unit's submissions are held against: its cells as the gradebook keeps them."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace

from nbformat import NotebookNode

from autograder.engine.submission.layout import Layout
from autograder.engine.submission.tidying import Tidying
from autograder.engine.submission.withheld import not_in

INSIDE = '# autograder: checks = "inside"'
"""The line that has a test cell run in the learner's own process."""

OUTSIDE = '# autograder: checks = "outside"'
"""The line that keeps a test cell in the process of the tests, whatever speaks against it."""


@dataclass(frozen=True)
class Cell:
    """A cell with a grade id, as the instructor wrote it.

    Parameters
    ----------
    name : str
        The grade id.
    cell_type : str
        ``"code"`` or ``"markdown"``.
    source, released : str
        With and without the hidden tests and mark schemes.
    checksum : str or None
        nbgrader's, of a cell that nobody has touched.
    locked, grade, solution, task : bool
        nbgrader's four properties.
    points : float or None
        For a graded cell or a task.
    inside : str
        Why the engine has this test run in the learner's own process; empty where it does not.
    """

    name: str
    cell_type: str
    source: str
    released: str
    checksum: str | None
    locked: bool
    grade: bool
    solution: bool
    task: bool
    points: float | None
    inside: str = ""

    @property
    def is_test(self) -> bool:
        """Whether it is an autograded test."""
        return self.grade and not self.solution and self.cell_type == "code"

    @property
    def is_fixed(self) -> bool:
        """Whether its code is the instructor's in every submission."""
        return self.is_test or (self.locked and not self.solution)

    @property
    def is_inside(self) -> bool:
        """Whether it runs in the learner's own process."""
        return bool(self.inside) or self.says(INSIDE)

    def says(self, line: str) -> bool:
        """Whether a line stands in the cell: the instructor's own word on where it runs."""
        return any(found.strip() == line for found in self.source.splitlines())

    def metadata(self) -> dict:
        """Return the cell's nbgrader metadata, in the current schema."""
        found = {
            "grade": self.grade,
            "grade_id": self.name,
            "locked": self.locked,
            "schema_version": 3,
            "solution": self.solution,
            "task": self.task,
            "cell_type": self.cell_type,
        }
        if self.points is not None:
            found["points"] = self.points
        if self.checksum is not None:
            found["checksum"] = self.checksum
        return found


@dataclass(frozen=True)
class Notebook:
    """One notebook of a unit.

    Parameters
    ----------
    name : str
        Without the ending.
    cells : tuple of Cell
        In their order.
    kernelspec : dict or None
        The kernel that the instructor chose.
    imports : dict
        Name -> import statement of the instructor's own notebook.
    packages : tuple of str
        Top-level modules that the instructor's own notebook imports.
    first_imports : tuple of str
        Its import statements, as far as they stand at the top level.
    own_names : frozenset of str
        What only locked cells and tests define: a learner is never asked for it.
    withheld : dict
        Answer cell -> dotted names of its finished copies.
    answers : frozenset of str
        Names that cells which learners may change bind, other than by an import.
    looked_up : frozenset of str
        Those of them that the instructor's functions in such cells look up when they are called.
    classes : frozenset of str
        Those of them that are the instructor's classes.
    """

    name: str
    cells: tuple[Cell, ...]
    kernelspec: dict | None
    imports: dict[str, str] = field(default_factory=dict)
    packages: tuple[str, ...] = ()
    first_imports: tuple[str, ...] = ()
    own_names: frozenset[str] = frozenset()
    withheld: dict[str, tuple[str, ...]] = field(default_factory=dict)
    answers: frozenset[str] = frozenset()
    looked_up: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()

    def cell(self, name: str) -> Cell | None:
        """Return the cell of a grade id."""
        return next((cell for cell in self.cells if cell.name == name), None)

    def known(self, cell: NotebookNode) -> Cell | None:
        """Return the instructor's cell that a cell of a rebuilt notebook is."""
        grading = cell.metadata.get("nbgrader")
        return self.cell(grading["grade_id"]) if grading else None

    def exercise(self, test: Cell) -> str:
        """Return the grade id of the answer cell that a test belongs to, the last one before it."""
        before = self.cells[: self.cells.index(test)]
        answers = (cell.name for cell in before if cell.solution and cell.cell_type == "code")
        return next(reversed([*answers]), "")

    def withheld_from(self, test: Cell, inside: bool) -> tuple[str, ...]:
        """Return the names of the finished copies that refuse while a test runs.

        Inside, a test shares the answer's process: what it uses itself is free there.
        """
        found = self.withheld.get(self.exercise(test), ()) if self.withheld else ()
        return not_in(test.source, found) if inside else found

    def is_outside(self, cell: NotebookNode) -> bool:
        """Whether a cell of a rebuilt notebook is run by the checker alone."""
        known = self.known(cell)
        return known is not None and known.is_test and not known.is_inside


@dataclass(frozen=True)
class Assignment:
    """A unit, with everything that grading needs of it.

    Parameters
    ----------
    name : str
        The unit.
    notebooks : dict
        Name -> Notebook.
    files : dict
        Path -> content of the other files in the unit's source folder.
    kept : tuple of str
        Files that stay as the learner submitted them (``c.Autograde.exclude_overwriting``).
    layouts : dict
        Name of a notebook -> how it is laid out. Grades depend on it where names were lost alone.
    tidying : Tidying
        What is taken out of executed notebooks; no grade depends on it.
    """

    name: str
    notebooks: dict[str, Notebook]
    files: dict[str, bytes]
    kept: tuple[str, ...] = ()
    layouts: dict[str, Layout] = field(default_factory=dict)
    tidying: Tidying = field(default_factory=Tidying)

    @property
    def packages(self) -> tuple[str, ...]:
        """The top-level modules that its notebooks import."""
        found = {name for book in self.notebooks.values() for name in book.packages}
        return tuple(sorted(found | {name.partition(".")[0] for name in self.withheld}))

    @property
    def withheld(self) -> tuple[str, ...]:
        """The finished copies of its exercises, each once."""
        lists = [names for book in self.notebooks.values() for names in book.withheld.values()]
        return tuple(dict.fromkeys(name for names in lists for name in names))

    @property
    def first_imports(self) -> tuple[str, ...]:
        """The import statements of its notebooks, each once."""
        found = (line for book in self.notebooks.values() for line in book.first_imports)
        return tuple(dict.fromkeys(found))

    def placed(self, inside: dict[str, dict[str, str]]) -> "Assignment":
        """Return the unit with these tests (notebook -> test -> why) inside, and no others."""
        books = {
            name: replace(
                book,
                cells=tuple(
                    replace(cell, inside=inside.get(name, {}).get(cell.name, ""))
                    for cell in book.cells
                ),
            )
            for name, book in self.notebooks.items()
        }
        return replace(self, notebooks=books)

    def inside(self) -> dict[str, dict[str, str]]:
        """Return why tests run inside: notebook -> test -> reason; only where some do."""
        found = {
            name: {cell.name: cell.inside for cell in book.cells if cell.inside}
            for name, book in self.notebooks.items()
        }
        return {name: tests for name, tests in found.items() if tests}

    def max_score(self) -> float:
        """Return the points of all its cells."""
        return sum(cell.points or 0.0 for book in self.notebooks.values() for cell in book.cells)

    def digest(self) -> str:
        """Return a hash of all that a grade depends on here, but for where tests run."""
        books = {
            name: {
                **asdict(_nowhere(book)),
                "own_names": sorted(book.own_names),
                "answers": sorted(book.answers),
                "classes": sorted(book.classes),
                "looked_up": sorted(book.looked_up),
            }
            for name, book in self.notebooks.items()
        }
        files = {path: hashlib.sha256(data).hexdigest() for path, data in self.files.items()}
        text = json.dumps([books, files, self.kept], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def _nowhere(book: Notebook) -> Notebook:
    return replace(book, cells=tuple(replace(cell, inside="") for cell in book.cells))
