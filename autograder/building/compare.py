"""Where the built files that a course keeps differ from those that its text would give now."""

import json
import os
import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from autograder.building.pictures import PICTURES
from autograder.course import Course
from autograder.files import files_below
from autograder.header import Text

# Another matplotlib, or another font, draws other bytes: only that there is a picture counts.
PICTURE_IN_HTML = re.compile(r"data:image/[a-z+.-]+;base64,[A-Za-z0-9+/=\s]*")
PARTS = ("cell_type", "source", "metadata", "attachments", "execution_count", "outputs")
LONGEST_QUOTE = 60


def drift(course: Course, text: Text, stage: Path) -> list[str]:
    """List the differences between a text's kept files and those just built.

    Parameters
    ----------
    course : Course
    text : Text
    stage : pathlib.Path
        Where the text has been built.

    Returns
    -------
    list of str
        One sentence for each difference, beginning with the file's path in the course.
    """
    made, kept = stage / "release" / text.assignment, course.release / text.assignment
    others = {Path(other.notebook.name) for other in course.sittings(text.assignment)}
    names = {*files_below(made), *(set(files_below(kept)) - others)}
    pairs = [(stage / "source" / text.notebook, course.source / text.notebook)]
    pairs += [(made / name, kept / name) for name in sorted(names)]
    return [
        f"{os.path.relpath(old, course.root)}: {text}"
        for new, old in pairs
        for text in _file_differences(old, new)
    ]


def _file_differences(old: Path, new: Path) -> Iterator[str]:
    if not old.is_file():
        yield "missing"
    elif not new.is_file():
        yield "does not belong here"
    elif old.read_bytes() != new.read_bytes():
        if old.suffix == ".ipynb":
            yield from _notebook_differences(old, new)
        else:
            yield "the content differs"


def _notebook_differences(old: Path, new: Path) -> Iterator[str]:
    said = old.read_text(encoding="utf-8", errors="replace")
    if not _is_notebook(said):
        yield "cannot be read as a notebook"
        return
    kept = nbformat.reads(said, as_version=4)
    if nbformat.writes(kept).strip() != said.strip():
        yield "the file is not laid out as notebooks are written"
    built = nbformat.read(new, as_version=4)
    yield from _cell_differences(kept, built)
    for key in sorted({*kept.metadata, *built.metadata}):
        if kept.metadata.get(key) != built.metadata.get(key):
            there = _first_difference(kept.metadata.get(key), built.metadata.get(key))
            yield f"metadata {key!r} of the notebook: {there}"


def _is_notebook(said: str) -> bool:
    try:
        content = json.loads(said)
    except json.JSONDecodeError:
        return False
    return isinstance(content, dict) and content.get("nbformat") == 4 and "cells" in content


def _cell_differences(kept: NotebookNode, built: NotebookNode) -> Iterator[str]:
    old = {cell.get("id"): cell for cell in kept.cells}
    new = {cell.get("id"): cell for cell in built.cells}
    for name in new.keys() - old.keys():
        yield f"cell {name!r} is missing"
    for name in old.keys() - new.keys():
        yield f"cell {name!r} does not belong here"
    common = [name for name in new if name in old]
    if common != [name for name in old if name in new]:
        yield "the cells stand in another order"
    for name in common:
        for part in PARTS:
            was, now = _comparable(old[name].get(part)), _comparable(new[name].get(part))
            if was != now:
                yield f"cell {name!r}, {part}: {_first_difference(was, now)}"


def _comparable(part: object) -> object:
    """Return a part of a cell without what may differ between machines."""
    if isinstance(part, list):
        return [_comparable_output(output) for output in part]
    return part


def _comparable_output(output: NotebookNode) -> dict:
    plain = dict(output)
    # The frames inside libraries change with their versions; name and message of the error count.
    plain.pop("traceback", None)
    if "data" in plain:
        plain["data"] = {
            mime: "a picture" if mime in PICTURES else _without_pictures(content)
            for mime, content in plain["data"].items()
        }
    return plain


def _without_pictures(content: object) -> object:
    return PICTURE_IN_HTML.sub("a picture", content) if isinstance(content, str) else content


def _first_difference(old: object, new: object) -> str:
    """Quote the first line in which two values differ."""
    for was, now in zip_longest(_lines(old), _lines(new)):
        if was != now:
            return f"there is {_quoted(was)}, the text gives {_quoted(now)}"
    return "the text gives another one"


def _lines(value: object) -> list[str]:
    text = value if isinstance(value, str) else json.dumps(value, indent=1, sort_keys=True)
    return text.split("\n")


def _quoted(line: str | None) -> str:
    if line is None:
        return "nothing"
    line = line.strip()
    return repr(line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE] + "...")
