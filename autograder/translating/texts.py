"""A unit's text in another language: the same cells with the same code, in other words."""

import ast

from autograder.building.text import read_unit
from autograder.course import Course
from autograder.header import Text
from autograder.problems import CannotStart, shown
from autograder.translating.code import translated_code
from autograder.translating.prose import Say, translated_prose


def pieces_of(course: Course, text: Text) -> list[str]:
    """Return what there is to translate in a text, in order.

    Raises
    ------
    CannotStart
        If the text cannot be read: `autograder build` says what is wrong with it.
    """
    found: list[str] = []

    def note(piece: str) -> str:
        found.append(piece)
        return piece

    translated_text(course, text, note)
    return found


def translated_text(course: Course, text: Text, say: Say, below_imports: str = "") -> str:
    """Return a text with each of its pieces put through ``say``.

    Parameters
    ----------
    course : Course
    text : Text
    say : callable
        Takes a piece and returns what stands in its place.
    below_imports : str
        Lines of code that go below the imports with which a code cell begins.

    Returns
    -------
    str
        In jupytext's percent format: the same header and cells, by the same names.
    """
    unit, problems = read_unit(text.path)
    if unit is None:
        raise CannotStart(f"{shown(text.path)}:{problems[0].line}: {problems[0].text}")
    lines = text.path.read_text(encoding="utf-8").splitlines()
    made = lines[: unit.markers[0] - 1]
    ends = [*unit.markers[1:], len(lines) + 1]
    for cell, marker, end in zip(unit.notebook.cells, unit.markers, ends, strict=True):
        body = "\n".join(lines[marker : end - 1])
        made.append(lines[marker - 1])
        if cell.cell_type == "code":
            new = translated_code(body, say, marks(course))
            made.append(_with_lines(new, below_imports))
        else:
            plain = translated_prose(_uncommented(body), say, marks(course)).split("\n")
            made += [f"# {line}".rstrip() if line else "#" for line in plain]
            made.append("")
    return "\n".join(made).rstrip("\n") + "\n"


def marks(course: Course) -> tuple[str, ...]:
    """Return the words by which nbgrader knows regions."""
    pairs = (course.solution, course.hidden, course.scheme)
    return tuple(word for pair in pairs for word in (pair.begin, pair.end))


def _uncommented(body: str) -> str:
    """Return the markdown of a cell, which stands in a text as comments."""
    lines = [line.removeprefix("#").removeprefix(" ") for line in body.rstrip("\n").split("\n")]
    return "\n".join(lines)


def _with_lines(source: str, lines: str) -> str:
    """Put lines of code below the imports with which a cell begins, where it begins with some."""
    if not lines:
        return source
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return source
    last = 0
    for statement in statements:
        if not isinstance(statement, ast.Import | ast.ImportFrom):
            break
        last = statement.end_lineno
    rows = source.split("\n")
    return "\n".join([*rows[:last], lines, *rows[last:]]) if last else source
