"""A unit's text becomes a notebook: cells, their lines in the text, and ids that stay put."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import jupytext
import nbformat
import yaml
from jupytext.metadata_filter import filter_metadata
from nbformat import NotebookNode

from autograder.header import first_line_after, header_problems, read_text
from autograder.problems import CannotStart, Problem

# What jupytext's percent format takes for the first line of a cell.
CELL_MARKER = re.compile(r"^\s*#\s*(%%%*\s|(%%|<codecell>|In\[[0-9 ]*\]:?)\s*$)")
# jupytext notes these while reading, for writing the text again; a notebook has no use for them.
JUPYTEXT_NOTES = "-cell_marker,-lines_to_next_cell,-lines_to_end_of_cell_marker"
KERNELSPEC = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LONGEST_ID = 64


@dataclass(frozen=True)
class Unit:
    """A text, read: a unit, or one sitting of it.

    Parameters
    ----------
    name : str
        The notebook's name, which is the name of its text without ``.py``.
    assignment : str
        The nbgrader assignment to which the notebook belongs.
    notebook : nbformat.NotebookNode
        The notebook without outputs.
    markers : list of int
        For each cell, the line of its marker in the text, counted from 1.
    bodies : list of int
        For each cell, the line of the text on which the cell's source begins.
    """

    name: str
    assignment: str
    notebook: NotebookNode
    markers: list[int]
    bodies: list[int]


def read_unit(path: Path) -> tuple[Unit | None, list[Problem]]:
    """Read a unit's text.

    Parameters
    ----------
    path : pathlib.Path
        The text, in jupytext's percent format.

    Returns
    -------
    unit : Unit or None
        None when there are problems.
    problems : list of Problem
        What is wrong with the form of the text: until that is right, nothing else can be checked.

    Raises
    ------
    CannotStart
        If the file cannot be read as text.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotStart(f"{path} cannot be read as UTF-8 text: {error}.") from error
    lines = text.splitlines()
    try:
        notebook = jupytext.reads(text, fmt="py:percent")
    except yaml.MarkedYAMLError as error:
        # YAML counts from 0, and from the line after the first '# ---'.
        line = error.problem_mark.line + 2
        return None, [Problem(line, f"the header is not YAML: {error.problem}.")]
    except nbformat.ValidationError as error:
        return None, [Problem(1, f"jupytext refuses the text: {error.message}.")]
    header, markers = first_line_after(lines), _marker_lines(lines)
    problems = _form_problems(notebook, lines, header, markers)
    if problems:
        return None, problems
    ends = [*markers, len(lines) + 1][1:]
    bodies = [
        _body_line(cell.source, lines, marker, end)
        for cell, marker, end in zip(notebook.cells, markers, ends, strict=True)
    ]
    _tidy(notebook)
    return Unit(path.stem, read_text(path).assignment, notebook, markers, bodies), []


def cell_ids(grade_ids: Sequence[str | None]) -> list[str]:
    """Name the cells of a notebook so that an edit renames as few of them as possible.

    Parameters
    ----------
    grade_ids : sequence of str or None
        The ``grade_id`` of each cell, None where there is none.

    Returns
    -------
    list of str
        For each cell its grade_id, or ``<last grade_id>--<k>`` for the k-th cell after it
        (``start--<k>`` before the first one): distinct, and valid as cell ids of nbformat.
    """
    own = [_as_id(name) if name and isinstance(name, str) else None for name in grade_ids]
    taken: set[str] = set()
    for place, name in enumerate(own):
        if name in taken:
            own[place] = None
        elif name is not None:
            taken.add(name)
    ids, base, k = [], "start", 0
    for name in own:
        if name is not None:
            base, k = name, 0
        else:
            name, k = _next_free(base, k, taken)
            taken.add(name)
        ids.append(name)
    return ids


def _as_id(name: str) -> str:
    """Give a name the letters and the length that nbformat allows in a cell id."""
    allowed = re.sub(r"[^a-zA-Z0-9_-]", "-", name)
    return allowed if len(allowed) <= LONGEST_ID else _shortened(allowed, LONGEST_ID)


def _shortened(name: str, length: int) -> str:
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: length - 9]}-{digest}"


def _next_free(base: str, k: int, taken: set[str]) -> tuple[str, int]:
    """Return the next unused id after ``base``, and its number."""
    while True:
        k += 1
        suffix = f"--{k}"
        room = LONGEST_ID - len(suffix)
        name = (base if len(base) <= room else _shortened(base, room)) + suffix
        if name not in taken:
            return name, k


def _marker_lines(lines: list[str]) -> list[int]:
    return [number for number, line in enumerate(lines, 1) if CELL_MARKER.match(line)]


def _form_problems(
    notebook: NotebookNode, lines: list[str], header: int, markers: list[int]
) -> list[Problem]:
    """List what is wrong with the header, with the cell markers, and with what they say."""
    problems = header_problems(lines)
    if header == 0:
        problems.append(Problem(1, "no jupytext header: begin with lines between two '# ---'."))
    if "formats" in notebook.metadata.get("jupytext", {}):
        line = next((n for n, line in enumerate(lines[:header], 1) if "formats" in line), 1)
        problems.append(
            Problem(line, "'formats' pairs text and notebook, which puts answers back: remove it.")
        )
    first = markers[0] if markers else len(lines) + 1
    for number in range(header + 1, first):
        if lines[number - 1].strip():
            problems.append(Problem(number, "text before the first cell: put '# %%' above it."))
            return problems
    if len(markers) != len(notebook.cells):
        problems.append(
            Problem(
                1,
                f"{len(markers)} lines begin with '# %%', for {len(notebook.cells)} cells: write "
                "it where a cell begins, never inside a string or a fenced block.",
            )
        )
        return problems
    for cell, marker in zip(notebook.cells, markers, strict=True):
        said = lines[marker - 1]
        unread = (
            "incorrectly_encoded_metadata" in cell.metadata
            or any(f"{key}=" in said and key not in cell.metadata for key in ("nbgrader", "tags"))
            or not isinstance(cell.metadata.get("nbgrader", {}), dict)
        )
        if unread:
            problems.append(
                Problem(marker, "the cell's metadata cannot be read: give each key valid JSON.")
            )
    return problems


def _body_line(source: str, lines: list[str], marker: int, end: int) -> int:
    """Return the line of the text on which a cell's source begins."""
    for place, wanted in enumerate(source.splitlines()):
        if wanted.strip():
            for number in range(marker + 1, end):
                if wanted.strip() in lines[number - 1]:
                    return number - place
    return marker + 1


def _tidy(notebook: NotebookNode) -> None:
    """Leave in the notebook only what a learner's or an instructor's notebook should carry."""
    kept = notebook.metadata.get("jupytext", {}).get("cell_metadata_filter", "")
    notebook.metadata = NotebookNode(kernelspec=NotebookNode(KERNELSPEC))
    ids = cell_ids([cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells])
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for cell, name in zip(notebook.cells, ids, strict=True):
        cell.id = name
        cell.metadata = NotebookNode(filter_metadata(cell.metadata, kept, JUPYTEXT_NOTES))
