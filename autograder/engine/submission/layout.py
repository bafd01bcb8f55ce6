"""How the instructor's notebook is laid out: what learners see around the cells that are graded."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode

DEFINED = re.compile(r"^(?:async +)?(?:def|class) +(\w+)", re.MULTILINE)
ASSIGNED = re.compile(r"^(\w+) *(?::[^=\n]+)?=(?!=)", re.MULTILINE)
SAID = ("points", "grade", "solution", "task", "locked")


@dataclass(frozen=True)
class Laid:
    """One cell of the instructor's notebook.

    Parameters
    ----------
    name : str
        The grade id; empty for a cell that is not graded.
    text : str
        What learners get, evened out; empty for an answer, which they change.
    names : frozenset of str
        What an answer defines: its functions and classes, or else its variables.
    said : dict
        What the cell's own metadata say of grading; nbgrader may read them otherwise.
    """

    name: str
    text: str
    names: frozenset[str]
    said: dict[str, Any]


class Layout:
    """The cells of the instructor's notebook, in their order.

    Parameters
    ----------
    cells : tuple of Laid
        Empty where there is no source notebook.
    """

    def __init__(self, cells: tuple[Laid, ...] = ()) -> None:
        self.cells = cells
        self._places = {cell.name: place for place, cell in enumerate(cells) if cell.name}
        self.texts = {cell.text for cell in cells if cell.text}

    def of(self, name: str) -> Laid | None:
        """Return the cell of a grade id."""
        return self.cells[self._places[name]] if name in self._places else None

    def before(self, name: str) -> Laid | None:
        """Return the cell right before the one of a grade id."""
        place = self._places.get(name, 0)
        return self.cells[place - 1] if place else None


def read_layout(source: NotebookNode, released: Callable[[str, str], str]) -> Layout:
    """Read the layout of a source notebook.

    Parameters
    ----------
    source : nbformat.NotebookNode
        The instructor's, with solutions and hidden tests.
    released : callable
        (source, cell type) -> what learners get of it.
    """
    return Layout(tuple(_laid(cell, released) for cell in source.cells))


def _laid(cell: NotebookNode, released: Callable[[str, str], str]) -> Laid:
    told = cell.metadata.get("nbgrader", {})
    name = told.get("grade_id", "")
    is_answer = bool(told.get("solution"))
    text = "" if is_answer else even(released(cell.source, cell.cell_type))
    names = code_names(cell.cell_type, cell.source) if is_answer else frozenset()
    return Laid(name, text, names, {key: told[key] for key in SAID if key in told})


def names_in(source: str) -> frozenset[str]:
    """Return the functions and classes that code defines, or else the variables."""
    return frozenset(DEFINED.findall(source) or ASSIGNED.findall(source))


def code_names(cell_type: str, source: str) -> frozenset[str]:
    """Return the names that a cell defines; a text defines none."""
    return names_in(source) if cell_type == "code" else frozenset()


def even(text: str) -> str:
    """Return a text without what programs add or take away around its lines."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())
