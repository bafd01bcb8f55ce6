"""Are cells that have lost nbgrader's metadata known by their text, and is no answer lost?"""

import copy

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from submitted_book import ANSWERS, BOOK, submitted
from tiny_course import TinyCourse, answer, book, check, essay

from autograder.engine.submission.layout import read_layout
from autograder.engine.submission.put_back import LOOK
from autograder.engine.submission.sanitize import rebuild

PROMPT = "Say in a sentence why."
ORDER = [cell.name for cell in BOOK.cells]


def laid():
    """The source notebook: the cells of the book, with texts around them."""
    cells = [new_markdown_cell("# Doubling")]
    for cell in BOOK.cells:
        if cell.name == "essay":
            cells.append(new_markdown_cell(PROMPT))
        make = new_code_cell if cell.cell_type == "code" else new_markdown_cell
        cells.append(make(cell.source, metadata={"nbgrader": cell.metadata()}))
    return new_notebook(cells=cells)


LAYOUT = read_layout(laid(), lambda source, _: source)


def handed_in(*, lost=ORDER, **changes):
    """What a learner hands in, with texts around the cells; some have lost their metadata."""
    made = submitted(**changes)
    for cell, name in zip(made["cells"], ORDER, strict=True):
        if name in lost:
            cell["metadata"] = {"id": "colab"}
    text = {"cell_type": "markdown", "id": "prompt", "metadata": {}, "source": PROMPT}
    made["cells"].insert(ORDER.index("essay"), text)
    made["cells"].insert(0, {**text, "id": "head", "source": "# Doubling"})
    return made


def place(book, text):
    """Where a text stands in a notebook."""
    return next(place for place, cell in enumerate(book["cells"]) if cell["source"] == text)


def rebuilt(book, layout=LAYOUT):
    """Return a rebuilt notebook, and its flags."""
    return rebuild(nbformat.from_dict(copy.deepcopy(book)), BOOK, layout)


def named(notebook):
    """Return the text of each of the instructor's cells, in their order in the notebook."""
    return {
        cell.metadata.nbgrader.grade_id: cell.source
        for cell in notebook.cells
        if "nbgrader" in cell.metadata
    }


def about(flags):
    """What flags are about."""
    return [(flag.what, flag.where) for flag in flags]


RIGHT = {cell.name: ANSWERS.get(cell.name, cell.source) for cell in BOOK.cells}


def test_a_notebook_without_any_metadata_is_graded_like_the_one_with():
    notebook, flags = rebuilt(handed_in())
    assert list(named(notebook).items()) == list(RIGHT.items())
    assert about(flags) == [("recognised", "notebook")]
    assert all(name in flags[0].text for name in ORDER) and "Not found" not in flags[0].text


@pytest.mark.parametrize("name", ORDER)
def test_one_cell_without_metadata_is_recognised(name):
    notebook, flags = rebuilt(handed_in(lost=[name]))
    assert list(named(notebook).items()) == list(RIGHT.items())
    # An answer typed into a new cell is nothing to look at.
    assert about(flags) == ([] if name == "answer" else [("recognised", "notebook")])


def test_spaces_at_the_ends_of_lines_do_not_matter():
    changes = {
        cell.name: {"source": f"\n{cell.released}  \n"} for cell in BOOK.cells if cell.locked
    }
    assert named(rebuilt(handed_in(**changes))[0]) == RIGHT


def test_an_answer_is_recognised_by_its_functions_name_wherever_it_stands():
    book = handed_in()
    own = [{"cell_type": "code", "id": str(n), "metadata": {}, "source": f"{n}"} for n in range(3)]
    book["cells"][2:2] = own
    assert named(rebuilt(book)[0])["answer"] == ANSWERS["answer"]


def test_the_last_of_two_functions_of_the_name_counts():
    book = handed_in()
    first = {"cell_type": "code", "id": "f", "metadata": {}, "source": "def double(x): return 0"}
    book["cells"].insert(1, first)
    assert named(rebuilt(book)[0])["answer"] == ANSWERS["answer"]


def test_a_written_answer_is_recognised_by_the_text_before_it():
    book = handed_in()
    note = {"cell_type": "markdown", "id": "n", "metadata": {}, "source": "A note of mine."}
    book["cells"].insert(2, note)
    book["cells"].append({**note, "source": "Another note.", "id": "n2"})
    assert named(rebuilt(book)[0])["essay"] == ANSWERS["essay"]


def test_the_only_text_of_the_learners_is_the_written_answer():
    book = handed_in()
    del book["cells"][place(book, PROMPT)]
    assert named(rebuilt(book)[0])["essay"] == ANSWERS["essay"]


def test_a_written_answer_that_cannot_be_told_from_notes_is_left_to_a_person():
    """It must not be taken for one that nobody has touched."""
    book = handed_in()
    where = place(book, PROMPT)
    note = {"cell_type": "markdown", "id": "n", "metadata": {}, "source": "A note of mine."}
    book["cells"][where] = note
    notebook, flags = rebuilt(book)
    assert named(notebook)["essay"] == f"Why?\n\n{LOOK}"
    assert {"A note of mine.", ANSWERS["essay"]} <= {cell.source for cell in notebook.cells}
    assert about(flags) == [("recognised", "notebook"), ("missing", "essay")]
    assert flags[0].text.endswith(
        "Not found: essay. Look for the answer among the learner's cells."
    )


def test_tests_whose_answer_is_not_found_come_behind_the_learners_cells():
    book = handed_in(answer={"source": "twice = lambda x: 2 * x\ndoubled = twice"})
    book["cells"] = [cell for cell in book["cells"] if "assert" not in cell["source"]]
    book["cells"] = [cell for cell in book["cells"] if cell["source"] != "# here"]
    notebook, _ = rebuilt(book)
    sources = [cell.source for cell in notebook.cells]
    own = next(n for n, source in enumerate(sources) if source.startswith("twice"))
    tests = [sources.index(RIGHT[name]) for name in ("test", "hidden")]
    assert own < tests[0] < tests[1] < sources.index(ANSWERS["essay"])


def test_nothing_is_recognised_and_tests_come_last():
    cells = [
        {"cell_type": "code", "id": f"c{n}", "metadata": {}, "source": text}
        for n, text in enumerate(("a = 1", "b = 2", "c = 3"))
    ]
    notebook, flags = rebuilt({**submitted(), "cells": cells})
    sources = [cell.source for cell in notebook.cells]
    assert sources.index(RIGHT["data"]) == 0
    assert sources.index("c = 3") < sources.index(RIGHT["test"]) < sources.index(RIGHT["hidden"])
    assert ("recognised", "notebook") in about(flags)


def test_without_the_source_folder_texts_and_functions_are_still_recognised():
    """But which of the texts around them is the written answer cannot be known."""
    notebook, _ = rebuilt(handed_in(), layout=None)
    assert named(notebook) == {**RIGHT, "essay": f"Why?\n\n{LOOK}"}


def test_a_cell_that_says_another_name_is_not_recognised():
    """That was done by somebody, and not by a converter."""
    told = {**BOOK.cells[2].metadata(), "grade_id": "other"}
    book = submitted(test={"metadata": {"nbgrader": told}})
    assert about(rebuilt(book)[1]) == [("missing", "test")]


# What the source itself says of a cell is no sign of tampering


def test_what_the_source_says_otherwise_than_the_gradebook_is_not_flagged():
    source = laid()
    said = source.cells[place(source, "assert double(2) == 4")].metadata.nbgrader
    said["locked"] = False
    source.cells[place(source, RIGHT["data"])].metadata.nbgrader["points"] = 5
    layout = read_layout(source, lambda text, _: text)
    metadata = {name: BOOK.cell(name).metadata() for name in ("test", "data")}
    metadata["test"]["locked"], metadata["data"]["points"] = False, 5
    told = {name: {"metadata": {"nbgrader": each}} for name, each in metadata.items()}
    assert rebuilt(submitted(**told), layout)[1] == []
    assert about(rebuilt(submitted(**told))[1]) == [("metadata", "data"), ("metadata", "test")]
    metadata["data"]["points"] = 6
    assert about(rebuilt(submitted(**told), layout)[1]) == [("metadata", "data")]


# The whole way


def strip(folder):
    """Take what a converter takes: all metadata of cells."""
    for path in folder.glob("*.ipynb"):
        made = nbformat.read(path, as_version=4)
        for cell in made.cells:
            cell.metadata = {}
        nbformat.write(made, path)


@pytest.mark.slow
def test_a_notebook_from_a_converter_gets_its_grade(commands, tmp_path):
    course = TinyCourse.new(tmp_path, commands)
    unlocked = check("is_two", "assert f() == 2", 2)
    unlocked.metadata.nbgrader["locked"] = False
    prompt = new_markdown_cell(PROMPT, id="prompt")
    source = book(answer("f", "def f():\n    return 2"), unlocked, prompt, essay("thoughts"))
    course.add("u", u=source, files={"json.py": "wanted = 2"})
    answers = {"f": "def f():\n    return 2", "thoughts": "Because."}
    strip(course.submit("stripped", "u", **answers))
    course.submit("untouched", "u", files={"json.py": "wanted = 2"})
    found = course.records("u")
    assert [found[name]["score"] for name in ("stripped", "untouched")] == [2, 0]
    assert [flag["what"] for flag in found["stripped"]["flags"]] == ["recognised"]
    assert (found["untouched"]["status"], found["untouched"]["flags"]) == ("graded", [])
    waits = {row[2]: row[-1] for row in course.grades()["stripped"]}
    assert waits == {"is_two": 0, "thoughts": 1}
