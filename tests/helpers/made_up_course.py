"""A small course with two sittings in a unit, and `course` as it is installed with it.

The texts of the real course may be cut anew at any time; what the desk does with several notebooks
of a unit is shown on this one.
"""

import os
import shutil
import subprocess
import sys

from click.testing import CliRunner
from unit import ROOT

from autograder.cli import main

PAIR, LINE = "00_pair", "01_line"
FIRST, SECOND = "00a_double", "00b_half"
ANSWERS = {
    "double": "def double(x):\n    return 2 * x",
    "half": "def half(x):\n    return x / 2",
    "line": "def line(x):\n    return 2 * x + 1",
}
HEADER = """\
# ---
# jupyter:
{assignment}#   jupytext:
#     cell_metadata_filter: nbgrader,tags,-all
#     notebook_metadata_filter: kernelspec,jupytext,-jupytext.text_representation.jupytext_version
#     text_representation:
#       extension: .py
#       format_name: percent
#       format_version: '1.3'
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---
"""
ASSIGNMENT = "#   autograder:\n#     assignment: {}\n"
BODY = """
# %% [markdown]
# # {title}

# %%
from course import checks

# %% [markdown]
# ### Exercise {number}: {name} it (3 points)

# %% nbgrader={{"grade": false, "grade_id": "{name}", "locked": false, "schema_version": 3, "solution": true, "task": false}}
def {name}(x):
    ### BEGIN SOLUTION
    return {formula}
    ### END SOLUTION

# %% nbgrader={{"grade": true, "grade_id": "{name}_visible", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}}
# Check {name}: one number. Run this cell.
checks.call({name}, 4).equals({value}, "What is done with x?")
checks.passed("`{name}` works here.")

# %% nbgrader={{"grade": true, "grade_id": "{name}_hidden", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}}
# Hidden tests run here when your work is graded.
### BEGIN HIDDEN TESTS
{name}_answer = checks.call({name}, 10).equals({hidden})
### END HIDDEN TESTS

# %% [markdown]
# What you have learned: to {name}.
"""  # noqa: E501 (jupytext keeps a cell's metadata in one line)

PREPARE = """
import sys
from course.desk.desk import Desk
from course.desk.exchange import own_exchange
from course.desk.grading import prepare, solved_units
desk = Desk(sys.argv[1])
desk.own.mkdir()
prepare(desk.own, own_exchange(desk), solved_units())
"""


def write(folder):
    """Write and build the course, and what `course lab` prepares behind each desk to grade by.

    Parameters
    ----------
    folder : pathlib.Path
        An empty folder; it becomes one to import `course` and `autograder` from, as installed.
    """
    for package in ("course", "autograder"):
        skipped = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / package, folder / package, ignore=skipped)
    made = folder / "made"
    (made / "source").mkdir(parents=True)
    config = (ROOT / "nbgrader_config.py").read_text(encoding="utf-8")
    # Nobody reads this course: its words need no explanation.
    words = 'c.Autograder.known_words = c.Autograder.glossary = ""\n'
    (made / "nbgrader_config.py").write_text(config + words, encoding="utf-8")
    _text(made, FIRST, PAIR, "Unit 00a: Twice as much", 1, "double", "2 * x", (8, 20))
    _text(made, SECOND, PAIR, "Unit 00b: Half as much", 2, "half", "x / 2", (2, 5))
    _text(made, LINE, None, "Unit 01: A line", 1, "line", "2 * x + 1", (9, 21))
    built = CliRunner().invoke(main, ["build", "--course-dir", str(made)])
    assert built.exit_code == 0, built.output
    shutil.copytree(made / "release", folder / "course" / "units")
    shutil.copytree(made / "source", folder / "course" / "solved")
    shutil.copy(made / "nbgrader_config.py", folder / "course" / "solved")
    (folder / "course" / "units" / "glossary.md").write_text("# Glossary\n")
    (folder / "prepared").mkdir()
    subprocess.run(
        [sys.executable, "-c", PREPARE, folder / "prepared"],
        env={**os.environ, "PYTHONPATH": str(folder)},
        cwd=folder,
        capture_output=True,
        check=True,
    )


def lend_grading(folder, desk):
    """Give a new desk the prepared course folder, which takes `course lab` ten seconds to make."""
    if not (desk / ".course" / "grading").exists():
        shutil.copytree(folder / "prepared" / ".course" / "grading", desk / ".course" / "grading")


PATIENCE = 150.0
"""Seconds."""


def command(folder):
    """How to call `course` with the made-up units, from any place.

    Its Submit waits for the feedback as long as that takes, and not only ten seconds: a machine
    that runs tests has much else to do, and what is tested is what comes then.
    """
    code = (
        f"import os, sys; sys.path.insert(0, {str(folder)!r}); "
        f"os.environ['PYTHONPATH'] = {str(folder)!r}; from course.cli import main; "
        f"from course.jupyter import handing_in; handing_in.PATIENCE = {PATIENCE}; main()"
    )
    return [sys.executable, "-c", code]


def _text(made, name, assignment, title, number, function, formula, values):
    header = HEADER.format(assignment=ASSIGNMENT.format(assignment) if assignment else "")
    value, hidden = values
    body = BODY.format(
        title=title, number=number, name=function, formula=formula, value=value, hidden=hidden
    )
    (made / "source" / f"{name}.py").write_text(header + body, encoding="utf-8")


def answer(desk, path, name, text=None):
    """Write an answer into a notebook on a desk, as a learner does who saves without running."""
    import nbformat

    notebook = nbformat.read(desk / path, as_version=4)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") == name:
            cell.source = text or ANSWERS[name]
    nbformat.write(notebook, desk / path)
    os.utime(desk / path)
