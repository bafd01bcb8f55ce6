"""A notebook of two exercises, a quick question and an essay, as nbgrader releases them."""

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.utils import compute_checksum

LATER = "print('Whether it is right is checked when your work is graded.')"


def cell(kind, text, name, **about):
    made = kind(text)
    made.metadata["nbgrader"] = {
        "grade_id": name,
        "grade": False,
        "solution": False,
        "locked": False,
        "task": False,
        "schema_version": 3,
        **about,
    }
    return made


def visible(text, name):
    made = cell(new_code_cell, text, name, grade=True, locked=True, points=1)
    made.metadata.nbgrader.update(checksum=compute_checksum(made), cell_type="code")
    return made


def write_book(
    folder, double="    return 2 * x", half="    return x / 2", essay="Because.", change=None
):
    why = cell(new_markdown_cell, "*Write here.*", "why", grade=True, solution=True, points=2)
    why.metadata.nbgrader.update(checksum=compute_checksum(why), cell_type="markdown")
    why.source = essay
    cells = [
        new_code_cell("import os\n\nfrom course import checks"),
        new_markdown_cell("### Exercise 1: double (1 point)"),
        cell(new_code_cell, f"def double(x):\n{double}", "double", solution=True),
        visible("checks.call(double, 2).equals(4, 'What is 2 + 2?')", "double_visible"),
        visible("# Hidden tests run here when your work is graded.", "double_hidden"),
        new_markdown_cell("### Exercise 2: half (2 points)"),
        cell(new_code_cell, f"def half(x):\n{half}", "half", solution=True),
        visible("checks.call(half, 2).equals(1)", "half_visible"),
        visible("assert os.path.exists('here.ipynb'), os.getcwd()", "half_place"),
        new_markdown_cell("### Quick question (1 point)"),
        cell(new_code_cell, "question = 'b'", "question", solution=True),
        visible(LATER, "question_test"),
        new_markdown_cell("### Reflection (2 points)"),
        why,
    ]
    book = new_notebook(cells=cells)
    if change:
        change(book)
    nbformat.write(book, folder / "here.ipynb")
    return str(folder / "here.ipynb")
