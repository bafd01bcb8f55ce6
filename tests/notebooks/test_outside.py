"""All tests of this course run outside the learner's process, as `nbgrader_config.py` counts on."""

import pytest
from unit import book_names, read_notebook, unit_names

from autograder.engine.run.doubts import doubts
from autograder.engine.run.kept import Kept


def _kind(cell):
    told = cell.metadata.get("nbgrader", {})
    if told.get("grade") and not told.get("solution"):
        return "test"
    return "locked" if told.get("locked") and not told.get("solution") else "open"


@pytest.mark.parametrize("unit", unit_names())
def test_no_test_asks_for_what_only_the_learners_process_knows(unit):
    read = 0
    for book in book_names(unit):
        cells = {"test": [], "locked": [], "open": []}
        for cell in read_notebook("source", unit, book).cells:
            if cell.cell_type == "code":
                cells[_kind(cell)].append(cell.source)
        kept = Kept.read(cells["open"], cells["locked"], cells["test"])
        assert [reason for test in cells["test"] for reason in doubts(test, kept)] == []
        read += len(cells["test"])
    assert read >= 3
