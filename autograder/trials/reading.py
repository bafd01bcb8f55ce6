"""A unit's exercises are read from its source notebooks alone."""

import ast
import glob
from dataclasses import replace
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearSolutions
from nbgrader.utils import is_grade, is_solution

from autograder.building.source_code import find_regions
from autograder.course import Course
from autograder.engine.protocol import names
from autograder.engine.submission.assignment import Notebook
from autograder.engine.submission.read_assignment import files_beside, released
from autograder.engine.submission.withheld import check_withheld, read_withheld
from autograder.problems import CannotStart
from autograder.trials.exercises import Exercise, Piece, Test, Unit
from autograder.trials.leaning import leans_on

NO_WORK = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Pass)
"""Statements that alone are no answer."""


def unit_names(course: Course) -> list[str]:
    """Return the names of the units in the source folder."""
    return sorted({path.parent.name for path in course.source.glob("*/*.ipynb")})


def read_named(course: Course, names: tuple[str, ...]) -> list[Unit]:
    """Read what has been named: units, or single notebooks of units; all units where nothing is.

    Raises
    ------
    CannotStart
        If there is neither a unit nor a notebook of a name, or several notebooks have it.
    """
    units = unit_names(course)
    wanted: dict[str, set[str] | None] = {}
    for name in names or units:
        homes = [
            path.parent.name for path in sorted(course.source.glob(f"*/{glob.escape(name)}.ipynb"))
        ]
        if name in units or not homes:
            wanted[name] = None
        elif len(homes) > 1:
            raise CannotStart(
                f"There is a notebook {name} in {' and in '.join(homes)}: name one of these units."
            )
        elif (books := wanted.setdefault(homes[0], set())) is not None:
            books.add(name)
    found = [(read_unit(course, name), books) for name, books in wanted.items()]
    return [unit if books is None else _only(unit, books) for unit, books in found]


def _only(unit: Unit, books: set[str]) -> Unit:
    return replace(
        unit,
        exercises=tuple(each for each in unit.exercises if each.book in books),
        books={name: book for name, book in unit.books.items() if name in books},
    )


def read_unit(course: Course, name: str) -> Unit:
    """Read a unit's source notebooks.

    Parameters
    ----------
    course : Course
        Its folder and configuration.
    name : str
        The unit.

    Raises
    ------
    CannotStart
        If there is no such unit, a notebook cannot be read, or an answer cell has no solution.
    """
    folder = course.folder(course.app.coursedir.source_directory, name)
    paths = sorted(folder.glob("*.ipynb"))
    if not paths:
        raise CannotStart(f"There is no unit {name}: {folder} holds no notebooks.")
    exercises: list[Exercise] = []
    untested: list[str] = []
    books = {}
    for path in paths:
        cells = [cell for cell in _read(path).cells if cell.cell_type == "code"]
        found, without = _exercises(course, name, path, cells)
        exercises += found
        untested += without
        books[path.stem] = _book(path.stem, cells)
    files = files_beside(course, folder)
    withheld = read_withheld(course)
    for book, exercise in [(each.book, each.name) for each in exercises]:
        if exercise in withheld:
            books[book].withheld[exercise] = withheld[exercise]
            check_withheld({exercise: withheld[exercise]}, files)
    return Unit(name, tuple(exercises), books, files, tuple(untested))


def _read(path: Path) -> NotebookNode:
    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:  # whatever is wrong with the file, nbformat finds its own words
        said = str(error).splitlines()
        reason = said[0] if said else type(error).__name__
        raise CannotStart(f"{path} is no notebook that can be read ({reason}).") from None


def _exercises(
    course: Course, unit: str, path: Path, cells: list[NotebookNode]
) -> tuple[list[Exercise], list[str]]:
    """Gather answer cells and their tests: answers in a row share the tests that follow them."""
    groups: list[tuple[list[int], list[int]]] = []
    for place, cell in enumerate(cells):
        if is_solution(cell) and not is_grade(cell):
            if not groups or groups[-1][1]:
                groups.append(([], []))
            groups[-1][0].append(place)
        elif is_grade(cell) and not is_solution(cell) and groups:
            groups[-1][1].append(place)
    pieces = [_piece(course, cell) for cell in cells]
    found, untested = [], []
    for answers, places in groups:
        tests = tuple(_test(course, cells[place]) for place in places)
        for place in answers:
            if not tests:
                untested.append(pieces[place].name)
                continue
            piece = pieces[place]
            if _is_unsolved(piece.source):
                raise CannotStart(
                    f"{path}: the answer cell {piece.name} holds no solution. Write one between "
                    f"{course.solution.begin} and {course.solution.end}; learners do not see it."
                )
            lines = _lines(course, piece.source)
            exercise = Exercise(unit, path.stem, piece.name, piece.source, piece.stub, lines, tests)
            skipped = {place, *places}
            found.append(_with_cells(exercise, pieces, place, places, skipped))
    return found, untested


def _with_cells(
    exercise: Exercise, pieces: list[Piece], place: int, tests: list[int], skipped: set[int]
) -> Exercise:
    """Find the cells on the way that the answer and its tests lean on."""
    needed = set()
    for source in [exercise.solution, *(test.source for test in exercise.tests)]:
        needed |= leans_on(source)
    before: list[Piece] = []
    everything: list[Piece] = []
    for number in range(tests[-1] - 1, -1, -1):
        if number in skipped:
            if number == place:
                answer = Piece(exercise.solution, exercise.stub, exercise.name, is_answer=True)
                before.append(answer)
                everything.append(answer)
            continue
        piece = pieces[number]
        everything.append(piece)
        if needed & _sets(piece.source):
            before.append(piece)
            needed |= leans_on(piece.source)
    return replace(exercise, before=tuple(before[::-1]), everything=tuple(everything[::-1]))


def _sets(source: str) -> set[str]:
    tree = names.parse(source)
    return names.stored(tree) if tree else set()


def _piece(course: Course, cell: NotebookNode) -> Piece:
    name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
    if not is_solution(cell):
        return Piece(cell.source, cell.source, name)
    stub = nbformat.from_dict(cell)
    clear = ClearSolutions(parent=course.app, enforce_metadata=False)
    resources = {"language": "python"}
    stub, _ = clear.preprocess_cell(stub, resources, 0)
    return Piece(cell.source, stub.source, name, is_answer=True)


def _test(course: Course, cell: NotebookNode) -> Test:
    grading = cell.metadata["nbgrader"]
    shown = released(course, cell.source, cell.cell_type)
    return Test(grading["grade_id"], cell.source, shown, float(grading["points"]))


def _lines(course: Course, source: str) -> frozenset[int] | None:
    """Return the lines between the marks of the solution, counted from 1."""
    regions, _ = find_regions(source, course.solution)
    inside = {place + 1 for region in regions for place in region[1:-1]}
    return frozenset(inside) if regions else None


def _is_unsolved(source: str) -> bool:
    """Whether an answer cell does nothing, or only says that it is not written yet."""
    tree = names.parse(source)
    if tree is None:
        return False
    for node in ast.walk(tree):
        if not isinstance(node, ast.stmt) or isinstance(node, NO_WORK):
            continue
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        is_open = isinstance(node, ast.Raise) and "NotImplementedError" in ast.unparse(node)
        if not (is_text or is_open):
            return False
    return True


def _book(name: str, cells: list[NotebookNode]) -> Notebook:
    """Return what the grading engine needs to know of a notebook, without its cells."""
    code = [cell.source for cell in cells]
    tests = [cell.source for cell in cells if is_grade(cell) and not is_solution(cell)]
    others = [cell.source for cell in cells if not is_grade(cell) or is_solution(cell)]
    return Notebook(
        name,
        (),
        None,
        names.imports(code),
        tuple(sorted(names.packages(code))),
        tuple(names.first_imports(code)),
        names.only_in(tests, others),
        answers=names.bound_otherwise(others),
    )
