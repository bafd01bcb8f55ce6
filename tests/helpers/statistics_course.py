"""A course folder unlike ours, with weaknesses planted in it: `tests/courses/statistics`."""

import shutil

import jupytext
import nbformat
from unit import ROOT

TEXTS = ROOT / "tests" / "courses" / "statistics"


def statistics_course(folder):
    """Make the course folder from its texts; return where it is."""
    root = folder / "course"
    unit = root / "source" / "week1"
    unit.mkdir(parents=True)
    for path in TEXTS.glob("*.py"):
        if path.name == "nbgrader_config.py":
            shutil.copy(path, root)
        else:
            nbformat.write(jupytext.read(path), unit / f"{path.stem}.ipynb")
    shutil.copy(TEXTS / "table.txt", unit)
    shutil.copytree(TEXTS / "answers", root / "tests" / "answers")
    return root
