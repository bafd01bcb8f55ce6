"""Cells of which the text says that nobody need read them."""

import re

from nbformat import NotebookNode

SAID = re.compile(r"\bneed(?: not|n't) (?:read|understand)\b", re.IGNORECASE)


def is_optional(notebook: NotebookNode, place: int) -> bool:
    """Whether a code cell's own comment, or the prose right before it, says "need not read".

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        The notebook.
    place : int
        The cell's place in it, from 0.
    """
    cell = notebook.cells[place]
    comments = [line for line in cell.source.split("\n") if line.lstrip().startswith("#")]
    before = notebook.cells[place - 1] if place else None
    prose = before.source if before and before.cell_type == "markdown" else ""
    return any(SAID.search(" ".join(words.split())) for words in (prose, *comments))
