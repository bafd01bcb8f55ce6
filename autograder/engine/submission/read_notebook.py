"""A submitted notebook's file, read without believing it."""

import json
import warnings
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import Ungradable

MAX_CELLS = 2000


def read_notebook(path: Path, limits: Limits) -> NotebookNode:
    """Read a submitted notebook.

    Raises
    ------
    Ungradable
        If it is no notebook, or too large.
    """
    try:
        if path.is_symlink() or not path.is_file():
            raise Ungradable(f"{path.name} is not a file.")
        size = path.stat().st_size
        if size > limits.submission:
            raise Ungradable(
                f"{path.name} is {size / 2**20:.0f} MB large, and {limits.submission / 2**20:.0f} "
                "MB are allowed: clear its outputs and submit it again."
            )
        found = _parsed(path.read_text(encoding="utf-8"))
        cells = found["cells"]
        if not isinstance(cells, list) or len(cells) > MAX_CELLS:
            raise Ungradable(f"{path.name} has no list of cells, or more than {MAX_CELLS}.")
        if not all(isinstance(cell, dict) for cell in cells):
            raise Ungradable(f"{path.name} has something among its cells that is none.")
    except Ungradable:
        raise
    except OSError as error:
        raise Ungradable(f"{path.name} cannot be read ({error.strerror}).") from None
    except Exception as error:  # whatever a malformed file makes the readers raise
        raise Ungradable(f"{path.name} is no notebook ({_first_line(error)}).") from None
    return found


def _parsed(text: str) -> NotebookNode:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nbformat remarks on what is repaired here
        try:
            return nbformat.reads(text, as_version=4)
        except Exception as error:  # once more, with the parts that some programs leave empty
            try:
                filled = _filled(json.loads(text))
            except ValueError:
                raise error from None
            return nbformat.reads(json.dumps(filled), as_version=4)


def _filled(told: Any) -> Any:
    """Return a notebook with something in the place of what is null, or is not there."""
    if not isinstance(told, dict) or told.get("nbformat") != 4:
        return told
    cells = told.get("cells")
    told |= {
        "metadata": told.get("metadata") or {},
        "nbformat_minor": told.get("nbformat_minor") or 0,
    }
    for cell in cells if isinstance(cells, list) else ():
        if isinstance(cell, dict):
            cell["metadata"] = cell.get("metadata") or {}
            if cell.get("cell_type") == "code":
                # Nobody needs what it has shown: it is run anew.
                cell.update(outputs=[], execution_count=None)
    return told


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
