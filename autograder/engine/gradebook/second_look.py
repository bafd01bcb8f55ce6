"""Whether a person has to look at a cell, or again at one that has a mark."""

import json
from functools import cached_property
from pathlib import Path
from typing import Any

from autograder.engine.submission.results import CellResult


class SecondLook:
    """Knows the earlier attempt at a notebook.

    Parameters
    ----------
    old : pathlib.Path or None
        The executed notebook of the earlier attempt; it need not be there.
    """

    def __init__(self, old: Path | None) -> None:
        self._old = old

    def is_wanted(self, cell: CellResult, points: float | None, had: dict[str, Any]) -> bool:
        """Return whether the gradebook should ask for a person.

        A mark is for what was marked: after another answer somebody has to look again. nbgrader
        asks again after every grading.

        Parameters
        ----------
        cell : CellResult
            Graded now.
        points : float or None
            Its automatic score, if it has one.
        had : dict
            What the gradebook has of it: ``auto_score``, ``manual_score``, ``needs_manual_grade``.
        """
        if had["manual_score"] is None:
            return points is None
        if had["needs_manual_grade"]:
            return True
        if points is not None:
            return had["auto_score"] != points
        return self._texts.get(cell.name) != cell.source

    @cached_property
    def _texts(self) -> dict[str, str]:
        """What stood in each cell."""
        try:
            cells = json.loads(self._old.read_bytes())["cells"] if self._old else []
            return {
                cell["metadata"]["nbgrader"]["grade_id"]: "".join(cell["source"])
                for cell in cells
                if "nbgrader" in cell["metadata"]
            }
        except (OSError, ValueError, KeyError, TypeError):
            return {}
