"""A unit's notebook as the instructor's cells, and what a learner hands in for it."""

from dataclasses import replace

import nbformat
from nbgrader.utils import compute_checksum

from autograder.engine.submission.assignment import Cell, Notebook


def known(name, source, released=None, cell_type="code", points=None, **flags):
    """Return a cell of the instructor's."""
    kinds = {"locked": False, "grade": False, "solution": False, "task": False, **flags}
    released = source if released is None else released
    made = Cell(name, cell_type, source, released, None, points=points, **kinds)
    node = {"cell_type": cell_type, "source": source, "metadata": {"nbgrader": made.metadata()}}
    return replace(made, checksum=compute_checksum(nbformat.from_dict(node)))


BOOK = Notebook(
    "double",
    (
        known("data", "X = [1, 2]", locked=True),
        known(
            "answer", "def double(x):\n    return 2 * x", "def double(x):\n    ...", solution=True
        ),
        known("test", "assert double(2) == 4", locked=True, grade=True, points=1.0),
        known(
            "hidden",
            "# here\nassert double(5) == 10",
            "# here",
            locked=True,
            grade=True,
            points=2.0,
        ),
        known("essay", "Why?", cell_type="markdown", grade=True, solution=True, points=3.0),
        known("task", "Draw.", cell_type="markdown", locked=True, task=True, points=4.0),
    ),
    {"name": "python3", "display_name": "Python 3", "language": "python"},
)
ANSWERS = {"answer": "def double(x):\n    return x + x", "essay": "Because."}


def submitted(**changes):
    """Return what a learner hands in, as JSON holds it; cells by name can be changed."""
    cells = [
        {
            "cell_type": cell.cell_type,
            "id": f"id-{cell.name}",
            "metadata": {"nbgrader": cell.metadata()},
            "source": ANSWERS.get(cell.name, cell.released),
            **({"outputs": [], "execution_count": None} if cell.cell_type == "code" else {}),
            **changes.get(cell.name, {}),
        }
        for cell in BOOK.cells
    ]
    metadata = {"kernelspec": {"name": "evil", "display_name": "Evil", "argv": ["rm"]}}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
