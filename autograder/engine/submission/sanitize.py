"""A submission as it came, made into one that can be run: nothing of it is believed.

Each cell is made anew from its text and an allowlist of metadata. What nbgrader needs to know of a
cell comes from the instructor's own notebook.
"""

import re
import sys
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import OverwriteCells

from autograder.engine.submission.assignment import Cell, Notebook
from autograder.engine.submission.layout import SAID, Layout
from autograder.engine.submission.put_back import new_cell, put_back
from autograder.engine.submission.recognise import Recognised
from autograder.engine.submission.results import Flag, whole

CELL_ID = re.compile(r"^[a-zA-Z0-9_-]{1,64}$")
KINDS = ("code", "markdown", "raw")
KEPT_TAGS = ("raises-exception",)
LANGUAGE = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
    "version": ".".join(map(str, sys.version_info[:3])),
}


def rebuild(
    submitted: NotebookNode, book: Notebook, layout: Layout | None = None
) -> tuple[NotebookNode, list[Flag]]:
    """Make a notebook that can be trusted to say only what the learner wrote.

    Parameters
    ----------
    submitted : nbformat.NotebookNode
        As it came.
    book : Notebook
        The instructor's own.
    layout : Layout or None
        What stands around its cells, by which those are known that have lost their names.

    Returns
    -------
    notebook : nbformat.NotebookNode
        Without outputs; with the instructor's locked cells, and all of them.
    flags : list of Flag
        What was repaired.
    """
    flags: list[Flag] = []
    layout = layout or Layout()
    told = [(cell.get("cell_type"), _source(cell), grade_id(cell)) for cell in submitted.cells]
    known_by = Recognised(told, book, layout)
    cells = []
    for place, (cell, (_, source, name)) in enumerate(zip(submitted.cells, told, strict=True)):
        known = book.cell(name) if name is not None else known_by.found.get(place)
        if name is not None and known is not None and known_by.places[name] != place:
            flags.append(Flag("duplicate", name, f"The cell {name} is there twice."))
            known = None
        _check_tags(cell, name, place, flags)
        cells.append(_cell(cell, source, known, layout, flags))
    if known_by.has_lost_metadata:
        flags.append(_lost(known_by))
    put_back(cells, book, known_by, flags)
    _identify(cells)
    notebook = nbformat.v4.new_notebook(cells=cells)
    if book.kernelspec:
        notebook.metadata["kernelspec"] = book.kernelspec
    notebook.metadata["language_info"] = dict(LANGUAGE)
    return _overwritten(notebook, book), flags


def _source(cell: Any) -> str:
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    return whole(source) if isinstance(source, str) else ""


def _is_text(data: Any) -> bool:
    return isinstance(data, str)


def grade_id(cell: Any) -> str | None:
    """Return the grade id that a submitted cell says it has."""
    metadata = cell.get("metadata")
    grading = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = grading.get("grade_id") if isinstance(grading, dict) else None
    return name if isinstance(name, str) else None


def _lost(known_by: Recognised) -> Flag:
    found = ", ".join(cell.name for cell in known_by.found.values()) or "none of them"
    text = (
        "The cells have lost nbgrader's metadata, as in Colab or a converter. Recognised by "
        f"their text: {found}."
    )
    missing = ", ".join(cell.name for cell in known_by.missing() if cell.solution)
    if missing:
        text += f" Not found: {missing}. Look for the answer among the learner's cells."
    return Flag("recognised", "notebook", text)


def _check_tags(cell: Any, name: str | None, place: int, flags: list[Flag]) -> None:
    metadata = cell.get("metadata")
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    if isinstance(tags, list) and "skip-execution" in tags:
        where = name or f"cell {place + 1}"
        flags.append(Flag("skip-execution", where, f"{where} is tagged so that it would not run."))


def _cell(
    cell: Any, source: str, known: Cell | None, layout: Layout, flags: list[Flag]
) -> NotebookNode:
    kind = cell.get("cell_type")
    if known is not None:
        _compare(cell, source, known, layout, flags)
        kind = known.cell_type
    made = new_cell(kind if kind in KINDS else "raw", source)
    kind = made.cell_type
    told = cell.get("id")
    made["id"] = told if isinstance(told, str) and CELL_ID.fullmatch(told) else ""
    metadata = cell.get("metadata")
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    if (
        known is None
        and isinstance(tags, list)
        and (kept := [tag for tag in KEPT_TAGS if tag in tags])
    ):
        made.metadata["tags"] = kept
    if kind == "markdown" and isinstance(cell.get("attachments"), dict):
        made["attachments"] = _attachments(cell["attachments"])
    if known is not None:
        made.metadata["nbgrader"] = known.metadata()
    return made


def _compare(cell: Any, source: str, known: Cell, layout: Layout, flags: list[Flag]) -> None:
    """Flag what differs from the instructor's cell."""
    if known.locked and source.strip() not in (known.released.strip(), known.source.strip()):
        flags.append(
            Flag("changed", known.name, f"The locked cell {known.name} was changed: the "
                 "instructor's was graded.")
        )  # fmt: skip
    if cell.get("cell_type") != known.cell_type:
        flags.append(Flag("type", known.name, f"The cell {known.name} had another type."))
    if grade_id(cell) is None:
        return
    told, expected, laid = cell["metadata"]["nbgrader"], known.metadata(), layout.of(known.name)
    released = laid.said if laid else {}  # nbgrader leaves in a release what it reads otherwise
    for key in SAID:
        if key in told and told[key] not in (expected.get(key), released.get(key)):
            flags.append(Flag("metadata", known.name, f"The cell {known.name} said another {key}."))


def _attachments(told: dict) -> dict:
    return {
        whole(name): {whole(mime): whole(data) for mime, data in bundle.items() if _is_text(data)}
        for name, bundle in told.items()
        if isinstance(bundle, dict)
    }


def _identify(cells: list[NotebookNode]) -> None:
    """Give every cell an id of its own, the same in every run."""
    seen: set[str] = set()
    for place, cell in enumerate(cells):
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        wanted = name if CELL_ID.fullmatch(name) else cell["id"] or f"cell-{place}"
        number = place
        while wanted in seen:
            wanted, number = f"{wanted[:48]}-{number}", number + 1
        cell["id"] = wanted
        seen.add(wanted)


class _FromSnapshot(OverwriteCells):
    """nbgrader's own preprocessor, without a gradebook: the cells have been read before."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        for index, cell in enumerate(nb.cells):
            nb.cells[index], resources = self.preprocess_cell(cell, resources, index)
        return nb, resources


class _Snapshot:
    """Answers what ``OverwriteCells`` asks a gradebook."""

    def __init__(self, book: Notebook) -> None:
        self.book = book

    def find_source_cell(self, name: str, *_: Any) -> Cell:
        """Return a cell."""
        found = self.book.cell(name)
        assert found is not None
        return found

    def find_graded_cell(self, name: str, *_: Any) -> Any:
        """Return a cell with its points as ``max_score``."""

        class Graded:
            max_score = self.find_source_cell(name).points

        return Graded


def _overwritten(notebook: NotebookNode, book: Notebook) -> NotebookNode:
    preprocessor = _FromSnapshot()
    preprocessor.notebook_id = preprocessor.assignment_id = ""
    preprocessor.gradebook = _Snapshot(book)
    preprocessor.log.disabled = True
    return preprocessor.preprocess(notebook, {})[0]
