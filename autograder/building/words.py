"""Nothing is used before it is explained: names of Python in code, and bold words in prose.

A name or a construct of Python is explained where prose shows it between backticks (or, for what
has no name, such as a list comprehension, speaks of it), at or before the cell that uses it first,
in the order of the texts. A file of the course lists what its readers know. A bold word of prose is
a term, and stands in the glossary; the file of known words lists those that are only stressed.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nbgrader.utils import is_solution

from autograder.building.optional import is_optional
from autograder.building.rules import is_test
from autograder.building.source_code import find_regions, parse_cell, without_regions
from autograder.building.text import Unit, read_unit
from autograder.building.vocabulary import CODE, Reader, Used, shown
from autograder.course import Course
from autograder.problems import CannotStart, Problem

BOLD = re.compile(r"\*\*(?=\S)(?P<term>[^*\n]+(?:\n[^*\n]+)?)(?<=\S)\*\*")
TERM_OF_GLOSSARY = re.compile(r"^\s*[-*] \*\*(?P<term>.+?)\*\*", re.MULTILINE)
# A longer piece in bold, or one that ends like a sentence, is emphasis.
MOST_WORDS = 3


@dataclass(frozen=True)
class Met:
    """A name that a text uses and nothing before has explained."""

    used: Used
    line: int


def word_problems(unit: Unit, course: Course) -> Iterator[Problem]:
    """Find what a text uses and nobody has explained yet.

    Parameters
    ----------
    unit : Unit
        A text, read; what it is the first to use is its problem.
    course : Course
        Its configuration names the list of what readers know, and the glossary.
    """
    settings = course.settings
    known = read_known(course.root / settings.known_words) if settings.known_words else frozenset()
    if settings.known_words:
        for met in unexplained(unit, course, known):
            yield Problem(
                met.line,
                f"{met.used.name!r} is used before it is explained: show it between backticks in "
                "the prose above and say what it does, say that one need not read this cell, or "
                f"add it to {settings.known_words}.",
            )
    if settings.glossary:
        terms = read_glossary(course.root / settings.glossary)
        terms = terms.union(*map(_forms, known))
        for line, term in _bold_words(unit, course):
            if not _forms(term) & terms:
                yield Problem(
                    line,
                    f"{term!r} is bold, as terms are, and not in {settings.glossary}: explain it "
                    "there, or stress it with one star.",
                )


def unexplained(unit: Unit, course: Course, known: frozenset[str]) -> list[Met]:
    """List what a text is the first to use, without an explanation at or before that cell."""
    reader = Reader(_own_packages(course))
    explained: set[str] = set()
    for text in course.texts().values():
        earlier = _read(text.path, text.path.stat().st_mtime_ns) if text.name < unit.name else None
        if earlier:
            for _, used in _walk(earlier, course, reader, explained):
                explained.add(used.word)
    found = []
    for line, used in _walk(unit, course, reader, explained):
        if not {used.name, used.word} & known:
            found.append(Met(used, line))
        explained.add(used.word)
    return found


def read_known(path: Path) -> frozenset[str]:
    """Read what readers know: one name a line; what follows a ``#`` says why."""
    lines = (line.partition("#")[0].strip() for line in _lines(path))
    return frozenset(line for line in lines if line)


def read_glossary(path: Path) -> set[str]:
    """Read the terms of a glossary: the bold beginnings of its list."""
    terms = TERM_OF_GLOSSARY.findall("\n".join(_lines(path)))
    found = set()
    for term in terms:
        for name in (term, re.sub(r"\(.*?\)", "", term), *re.findall(r"\((.*?)\)", term)):
            found |= _forms(name)
    return found


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotStart(
            f"{path}, which the configuration names, cannot be read: {error}."
        ) from None


@cache
def _read(path: Path, changed: int) -> Unit | None:
    return read_unit(path)[0]


def _walk(
    unit: Unit, course: Course, reader: Reader, explained: set[str]
) -> Iterator[tuple[int, Used]]:
    """Read a text from top to bottom; yield what it uses while that is not explained.

    ``explained`` grows with what the prose shows.
    """
    for place, (body, cell) in enumerate(zip(unit.bodies, unit.notebook.cells, strict=True)):
        if cell.cell_type == "markdown":
            explained |= shown(_for_learners(cell.source, course))
        if cell.cell_type != "code":
            continue
        whole, seen = _tree(cell.source), _tree(_for_learners(cell.source, course))
        if whole is not None:
            reader.define(whole)
        folded = is_test(cell) and course.settings.fold_tests
        if seen is None or folded or is_optional(unit.notebook, place):
            continue
        for used in reader.uses(seen):
            if used.word not in explained:
                yield body + used.line - 1, used


def _for_learners(source: str, course: Course) -> str:
    """Return what learners get of a cell, line by line as it stands in the text where that goes."""
    for marks in (course.hidden, course.scheme):
        source = without_regions(source, find_regions(source, marks)[0])
    lines = source.split("\n")
    for region in reversed(find_regions(source, course.solution)[0]):
        indent = re.match(r"\s*", lines[region.start])[0]
        stub = [indent + line for line in course.stub.split("\n")]
        stub += [""] * (len(region) - len(stub))
        lines[region.start : region.stop] = stub
    return "\n".join(lines)


def _tree(source: str) -> ast.Module | None:
    try:
        return parse_cell(source)
    except SyntaxError:
        return None


def _own_packages(course: Course) -> set[str]:
    return {path.parent.name for path in course.root.glob("*/__init__.py")} | {
        path.stem for path in course.root.glob("*.py")
    }


def _bold_words(unit: Unit, course: Course) -> Iterator[tuple[int, str]]:
    for body, cell in zip(unit.bodies, unit.notebook.cells, strict=True):
        if cell.cell_type != "markdown" or is_solution(cell):
            continue
        source = _for_learners(cell.source, course)
        code = [range(*found.span()) for found in CODE.finditer(source)]
        for found in BOLD.finditer(source):
            term = " ".join(found["term"].split())
            in_code = any(found.start() in span for span in code)
            if _is_term(term) and not in_code:
                yield body + source[: found.start()].count("\n"), term


def _is_term(bold: str) -> bool:
    """Whether bold text looks like a term: not a letter, a number, code, or a whole sentence."""
    short = len(bold.split()) <= MOST_WORDS and bold[-1] not in ".:?!,;"
    return short and bool(re.search(r"[^\W\d_]{2}", re.sub(r"`[^`]*`", "", bold)))


def _forms(term: str) -> set[str]:
    """Return the ways in which a term may be written: in small letters, one or many of it."""
    name = " ".join(re.sub(r"[`*$]", "", term).lower().split())
    # For instance classes and axes, whose glossary says class and axis.
    stem = name.removesuffix("es")
    return {name, name.removesuffix("s"), stem, f"{stem}is"} - {"", "is"}
