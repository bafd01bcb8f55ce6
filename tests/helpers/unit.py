"""A unit's notebooks as tests see them: exercises, their tests, and a quick way to run an answer.

An answer runs in one namespace with its notebook's import cells and the tests of its own exercise,
and nothing else: what passes here leans on no other answer, and on no cell that shows something.
"""

import ast
import contextlib
import io
import linecache
import traceback
import warnings
from dataclasses import dataclass, field
from pathlib import Path

import nbformat

ROOT = Path(__file__).parents[2]


@dataclass
class Exercise:
    """An answer cell and the test cells that follow it, up to the next answer cell."""

    unit: str
    book: str
    name: str
    solution: str
    stub: str
    imports: str
    tests: dict[str, str] = field(default_factory=dict)
    points: dict[str, float] = field(default_factory=dict)

    @property
    def is_question(self):
        return self.name.startswith("question")

    def run(self, answer):
        """Run `answer` and the exercise's tests; return {grade_id: None or what went wrong}."""
        namespace = {"__name__": "__main__"}
        problem = _run_cell(self.imports, namespace)
        assert problem is None, f"{self.book}: the imports fail: {problem}"
        _run_cell(answer, namespace)
        return {grade_id: _run_cell(test, namespace) for grade_id, test in self.tests.items()}

    def degenerate(self, change):
        """Return the solution with each result sent through the expression `change`."""
        lines = [self.solution, _DEGENERATE.format(change=change)]
        for node in ast.parse(self.solution).body:
            if isinstance(node, ast.FunctionDef):
                lines.append(f"{node.name} = _degenerate({node.name})")
            elif isinstance(node, ast.ClassDef):
                lines += [
                    f"{node.name}.{method.name} = _degenerate({node.name}.{method.name})"
                    for method in node.body
                    if isinstance(method, ast.FunctionDef) and not method.name.startswith("__")
                ]
        return "\n".join(lines)


_DEGENERATE = """
def _degenerate(function):
    def changed(*args, **kwargs):
        value = function(*args, **kwargs)
        return {change}
    changed.__name__ = function.__name__
    return changed

def _zeros(value):
    if isinstance(value, (tuple, list)):
        return type(value)(_zeros(part) for part in value)
    return np.zeros_like(np.asarray(value, dtype=float))
"""


def unit_names():
    return sorted({path.parent.name for path in ROOT.glob("source/*/*.ipynb")})


def book_names(unit, root=ROOT):
    """Return the names of a unit's notebooks, one for each sitting, in their order."""
    return sorted(path.stem for path in (root / "source" / unit).glob("*.ipynb"))


def unit_books():
    """Return (unit, notebook) for every sitting of the course, in order."""
    return [(unit, book) for unit in unit_names() for book in book_names(unit)]


def read_notebook(kind, unit, book=None, root=ROOT):
    """Return a notebook of a unit, the only one if none is named; `kind`: "source", "release"."""
    if book is None:
        (book,) = book_names(unit)
    return nbformat.read(root / kind / unit / f"{book}.ipynb", as_version=4)


def read_cells(kind, unit):
    """Return the cells of all notebooks of a unit, in order."""
    return [cell for book in book_names(unit) for cell in read_notebook(kind, unit, book).cells]


def exercises(unit, root=ROOT):
    """Return the exercises of a unit in their order; `root` is another course folder."""
    return [found for book in book_names(unit, root) for found in _exercises_of(unit, book, root)]


def _exercises_of(unit, book, root):
    stubs = {cell.id: cell.source for cell in read_notebook("release", unit, book, root).cells}
    imports, found = [], []
    for cell in read_notebook("source", unit, book, root).cells:
        grading = cell.metadata.get("nbgrader", {})
        if cell.cell_type != "code":
            continue
        if not grading:
            imports += _imports(cell.source)
        elif grading["solution"]:
            name = grading["grade_id"]
            found.append(Exercise(unit, book, name, cell.source, stubs[cell.id], ""))
        elif grading["grade"]:
            found[-1].tests[grading["grade_id"]] = cell.source
            found[-1].points[grading["grade_id"]] = grading["points"]
    for exercise in found:
        exercise.imports = "\n".join(imports)
    return found


def _imports(source):
    statements = ast.parse(source).body
    wanted = [node for node in statements if isinstance(node, ast.Import | ast.ImportFrom)]
    return [ast.unparse(node) for node in wanted]


def _run_cell(source, namespace):
    """Run a cell as nbgrader counts it: an error or a word on stderr is a failure."""
    stderr = io.StringIO()
    with (
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(stderr),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("always")
        warnings.showwarning = lambda message, *_: stderr.write(f"{message}\n")
        try:
            # What an error is told depends on the line that raised it, as in a notebook.
            name = f"<cell {hash(source)}>"
            lines = source.splitlines(keepends=True)
            linecache.cache[name] = (len(source), None, lines, name)
            exec(compile(source, name, "exec"), namespace)
        except Exception:  # whatever an answer raises is a result, and is returned
            return traceback.format_exc(limit=-1).strip()
    return stderr.getvalue() or None
