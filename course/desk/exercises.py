"""The exercises of a unit, read from a notebook as it lies on the desk: points, and what is open.

A notebook is read as JSON, without nbgrader, so that `course progress` answers at once. What cannot
be read is no reason to stop: a learner may have edited everything.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from course.desk.names import is_of_a_fresh_kernel
from course.desk.told import in_words, notes
from course.language import in_each, say

LATER = "when your work is graded"
"""A test cell that says so checks nothing, or not all, before the work is handed in."""

STUB = "raise NotImplementedError("
_HEADING = re.compile(r"^(#{1,6}) +(.+?)\s*$", re.MULTILINE)
_POINTS = re.compile(
    rf"\s*\(\d[^()]*\b(?:{'|'.join([*in_each('point'), *in_each('points')])})\b[^()]*\)$"
)
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


@dataclass
class Test:
    """A cell with points.

    Parameters
    ----------
    name : str
        Its ``grade_id``.
    points : float
        What it is worth.
    kind : {"visible", "later", "by hand"}
        Whether the learner sees its verdict at once, after handing in, or from a person.
    ran : bool
        Whether it has run since it was laid.
    problem : str
        The sentence with which it failed; empty if it did not.
    is_stale : bool
        Whether it was run in a fresh kernel, before the cells that it needs: as good as not run.
    """

    name: str
    points: float
    kind: str
    ran: bool = False
    problem: str = ""
    is_stale: bool = False

    @property
    def passed(self) -> bool:
        """Whether it ran to its end."""
        return self.ran and not self.problem


@dataclass
class Exercise:
    """An answer and its tests, below one heading.

    Parameters
    ----------
    title : str
        The heading, without its points.
    tests : list of Test
        In their order.
    begun : bool
        Whether the learner has replaced what was laid.
    errors : list of (str, str)
        Name and message of the errors with which its answers ended.
    """

    title: str
    tests: list[Test] = field(default_factory=list)
    begun: bool = False
    errors: list[tuple[str, str]] = field(default_factory=list)

    @property
    def points(self) -> float:
        """What its tests are worth together."""
        return sum(test.points for test in self.tests)


def read_cells(path: Path) -> list[dict]:
    """Return the cells of a notebook.

    Raises
    ------
    OSError
        If it cannot be read.
    ValueError
        If it is no notebook.
    """
    found = json.loads(path.read_bytes())
    cells = found.get("cells") if isinstance(found, dict) else None
    if not isinstance(cells, list):
        raise ValueError(f"{path} is no notebook")
    return [cell for cell in cells if isinstance(cell, dict)]


def exercises(cells: list[dict], laid: list[dict]) -> list[Exercise]:
    """Return a unit's exercises as they were laid, with what a learner's notebook says of them.

    Parameters
    ----------
    cells : list of dict
        The learner's cells.
    laid : list of dict
        The released cells: they say which exercises there are.
    """
    mine = {name: cell for cell in cells if (name := cell_name(cell))}
    found: list[Exercise] = []
    for title, cell in titled(laid):
        name = cell_name(cell)
        about = cell["metadata"]["nbgrader"] if name else {}
        if not (about.get("grade") or about.get("solution") or about.get("task")):
            continue
        if not found or found[-1].title != title:
            found.append(Exercise(title))
        own = mine.get(name, {})
        if about.get("solution") or about.get("task"):
            found[-1].begun |= bool(own) and is_answered(own, cell)
            found[-1].errors += errors(own)
        if about.get("grade") or about.get("task"):
            test = Test(name, float(about.get("points") or 0), _kind(cell, about))
            if test.kind != "by hand" and own.get("execution_count") is not None:
                _look_at(test, own, found[-1].errors, cells)
            found[-1].tests.append(test)
    return found


def _look_at(test: Test, cell: dict, answers: list[tuple[str, str]], cells: list[dict]) -> None:
    """Note how a test ended that has run."""
    code = (source(each) for each in cells if each.get("cell_type") == "code")
    # An answer that stopped with an error is the reason itself.
    test.is_stale = not answers and is_of_a_fresh_kernel(errors(cell), code)
    test.ran = not test.is_stale
    test.problem = sentence(cell, answers) if test.ran else ""


def titled(cells: list[dict]) -> list[tuple[str, dict]]:
    """Return each cell with the heading that it stands under, without its points."""
    title, found = "", []
    for cell in cells:
        if cell.get("cell_type") == "markdown":
            headings = _HEADING.findall(_FENCED.sub("", source(cell)))
            title = _POINTS.sub("", headings[-1][1]) if headings else title
        found.append((title, cell))
    return found


def unit_title(cells: list[dict], name: str) -> str:
    """Return a unit's own heading; its name, where there is none."""
    for cell in cells:
        if cell.get("cell_type") == "markdown" and (heading := _HEADING.search(source(cell))):
            return heading[2]
    return name


def is_answered(cell: dict, laid: dict) -> bool:
    """Whether a learner has replaced what was laid in an answer cell."""
    text = source(cell).strip()
    return text != source(laid).strip() and STUB not in text


def is_visible(cell: dict) -> bool:
    """Whether a test checks the answer before it is handed in."""
    return not any(later in source(cell) for later in in_each(LATER))


def has_run(cells: list[dict]) -> bool:
    """Whether a cell of a notebook has run since it was laid."""
    return any(cell.get("execution_count") is not None for cell in cells)


def source(cell: dict) -> str:
    """Return a cell's text, which a notebook may hold as lines."""
    return _text(cell.get("source", ""))


def errors(cell: dict) -> list[tuple[str, str]]:
    """Return name and message of the errors with which a cell ended."""
    return [
        (str(output.get("ename", "")), plain(str(output.get("evalue", ""))).strip())
        for output in _list(cell.get("outputs"))
        if isinstance(output, dict) and output.get("output_type") == "error"
    ]


def sentence(cell: dict, answers: Sequence[tuple[str, str]] = ()) -> str:
    """Return in words why a cell that ran did not pass; empty, if it did.

    A check of the course fails with its own sentence. Of any other error it is the last line, with
    the line of the learner's own code that it came from, where there is one.

    Parameters
    ----------
    cell : dict
        A test.
    answers : list of (str, str)
        The errors with which the answers to the exercise ended.
    """
    for output in _list(cell.get("outputs")):
        if not isinstance(output, dict):
            continue
        if output.get("output_type") == "error":
            return _error(output, *errors({"outputs": [output]})[0], answers)
        if output.get("output_type") == "stream" and output.get("name") == "stderr":
            lines = plain(_text(output.get("text", ""))).strip().splitlines()
            last = lines[-1] if lines else ""
            return say("Something was printed as a warning: {last}", last=last)
    return ""


def plain(text: str) -> str:
    """Return text without the codes that color it in a terminal."""
    return _ANSI.sub("", text)


def _error(output: dict, kind: str, value: str, answers: Sequence[tuple[str, str]]) -> str:
    trace = plain("\n".join(map(str, _list(output.get("traceback")))))
    noted = notes(trace, kind, value)
    said = in_words(kind, value, answers, noted) or kind
    own = re.findall(r"^-+> *\d+ (.*\S)", trace, re.MULTILINE)
    if own and (noted or said.startswith(kind)):
        return say("{said} (at the line `{line}`)", said=said, line=own[-1].strip())
    return said


def _list(value: object) -> list:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return "".join(map(str, value)) if isinstance(value, list) else str(value)


def _kind(cell: dict, about: dict) -> str:
    if cell.get("cell_type") != "code" or about.get("solution") or about.get("task"):
        return "by hand"
    return "visible" if is_visible(cell) else "later"


def cell_name(cell: dict) -> str:
    """Return a cell's ``grade_id``; empty, where it has none."""
    metadata = cell.get("metadata")
    about = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = about.get("grade_id") if isinstance(about, dict) else None
    return name if isinstance(name, str) else ""
