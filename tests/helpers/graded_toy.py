"""A graded toy class, made without a kernel: the outputs are those that one gives."""

import os
import shutil
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.api import Gradebook
from unit import ROOT

UNIT = "01_double"
STUDENTS = ("ada", "bob")
PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg"
    "=="
)

# Whatever of these is found in a page has been given away.
SECRETS = ("4711", "hush", "BEGIN HIDDEN", "END HIDDEN", "for number in", "MARK SCHEME", "One for")
HIDDEN = """\
# Hidden tests run here.
### BEGIN HIDDEN TESTS
for number in [4711, 4712]:
    assert double(number, "hush") == 2 * number, "Is any other number doubled, too?"
### END HIDDEN TESTS"""
TASK = "What is it good for?\n\n### BEGIN MARK SCHEME\nOne for a use.\n### END MARK SCHEME"
ANSWER = "def double(x, word=''):\n    print(x)\n    return 2 / (x - x)  # own line"
RED, END = "\x1b[31m", "\x1b[39m"
OWN_FRAME = (
    f"{RED}Cell{END}{RED} In[1]{END}, line 3, in double(x=4711, word='hush')\n"
    f"      2     print(x)\n----> 3     return 2 / (x - x)\n        x = 4711"
)
TEST_FRAME = (
    f"{RED}Cell{END} In[3], line 4\n      3 for number in [4711, 4712]:\n"
    '----> 4     assert double(number, "hush") == 2 * number'
)
FILE_FRAME = f"{RED}File {END}course/checks.py:30, in call(function=double, args=(4711,))\n---> 30"
HEAD = "AssertionError                Traceback (most recent call last)"


def error(name, words, *frames):
    """An error as IPython reports it."""
    return new_output(
        "error", ename=name, evalue=words, traceback=[HEAD, *frames, f"{RED}{name}{END}: {words}"]
    )


def grading(name, *, grade=False, solution=False, task=False, points=None):
    """The nbgrader metadata of a cell."""
    found = {"grade_id": name, "grade": grade, "solution": solution, "task": task}
    found |= {"locked": not solution, "schema_version": 3}
    return {"nbgrader": found if points is None else found | {"points": points}}


def notebook(hidden_outputs=(), more=(), answer=ANSWER):
    """An autograded notebook; `more` cells come last."""
    code = [
        new_markdown_cell("# Doubling\n\nThe formula: $y = 2 x$. See [there](../there.md)."),
        new_markdown_cell("## Exercise 1: twice (2 points)\n\nWrite it."),
        new_code_cell(answer, metadata=grading("double", solution=True)),
        new_code_cell(
            "assert double(2) == 4",
            metadata=grading("double_visible", grade=True, points=1.0),
            outputs=[error("AssertionError", "Is 2 doubled `4`?")],
        ),
        new_code_cell(
            HIDDEN,
            metadata=grading("double_hidden", grade=True, points=1.0),
            outputs=list(hidden_outputs),
        ),
        new_markdown_cell("## Exercise 2: thoughts"),
        new_markdown_cell(TASK, metadata=grading("reflect", task=True, points=2.0)),
        *more,
    ]
    count = 0
    for cell in code:
        if cell.cell_type == "code":
            count += 1
            cell.execution_count = count
    return new_notebook(cells=code)


@cache
def _gradebook() -> bytes:
    """The gradebook of both students, as a file's content: nbgrader takes its time to make one."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        path = Path(folder) / "gradebook.db"
        # nbgrader calls the program `alembic`, which lies beside this Python.
        patch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
        with Gradebook(f"sqlite:///{path}", "neural_networks") as book:
            book.add_assignment(UNIT)
            book.add_notebook(UNIT, UNIT)
            book.add_solution_cell("double", UNIT, UNIT)
            for name in ("double_visible", "double_hidden"):
                book.add_grade_cell(name, UNIT, UNIT, max_score=1, cell_type="code")
            book.add_task_cell("reflect", UNIT, UNIT, max_score=2, cell_type="markdown")
            for student in STUDENTS:
                book.add_student(student)
                with book.db.no_autoflush:
                    book.add_submission(UNIT, student)
        return path.read_bytes()


def make(root: Path, books: dict) -> Path:
    """Write a course folder with autograded notebooks (student -> notebook) and a gradebook."""
    root.mkdir(parents=True)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    (root / "gradebook.db").write_bytes(_gradebook())
    for student, graded in books.items():
        folder = root / "autograded" / student / UNIT
        folder.mkdir(parents=True)
        nbformat.write(graded, folder / f"{UNIT}.ipynb")
        (folder / "timestamp.txt").write_text("2026-01-01 10:00:00 UTC")
        (folder / "submission_secret.txt").write_text("secret of " + student)
    set_grades(root, "ada", double_visible={"auto_score": 0}, double_hidden={"auto_score": 0})
    set_grades(root, "ada", reflect={"needs_manual_grade": True})
    return root


def set_grades(root, student, comments=(), penalty=None, **grades):
    """Change a learner's entries in the gradebook."""
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}", "neural_networks") as book:
        for name, values in grades.items():
            grade = book.find_grade(name, UNIT, UNIT, student)
            for key, value in {"needs_manual_grade": False, **values}.items():
                setattr(grade, key, value)
        for name, words in dict(comments).items():
            book.find_comment(name, UNIT, UNIT, student).manual_comment = words
        if penalty is not None:
            book.find_submission_notebook(UNIT, UNIT, student).late_submission_penalty = penalty
        book.db.commit()
