"""Is of a submission kept what the learner wrote, and everything else the instructor's?"""

import copy
import signal

import nbformat
import pytest
from submitted_book import ANSWERS, BOOK, submitted

from autograder.engine.submission.sanitize import rebuild


def rebuilt(book):
    """Return a rebuilt notebook, and what its flags are about."""
    notebook, flags = rebuild(nbformat.from_dict(copy.deepcopy(book)), BOOK)
    return notebook, [(flag.what, flag.where) for flag in flags]


def names(notebook):
    """Return the names of a notebook's cells; None for a cell of the learner's own."""
    return [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]


def sources(notebook):
    """Return the text of each of the instructor's cells."""
    return dict(zip(names(notebook), (cell.source for cell in notebook.cells), strict=True))


def place(book, name):
    """Return where a cell stands."""
    return [cell.name for cell in BOOK.cells].index(name)


def extra(source="print(1)", **more):
    """Return a cell of the learner's own."""
    return {"cell_type": "code", "id": "own", "metadata": {}, "source": source, **more}


RIGHT = {cell.name: ANSWERS.get(cell.name, cell.source) for cell in BOOK.cells}


def test_an_honest_submission_keeps_its_answers_and_gets_the_hidden_tests():
    notebook, flags = rebuilt(submitted())
    assert (sources(notebook), flags) == (RIGHT, [])


def test_a_notebook_with_its_hidden_tests_is_not_flagged():
    assert rebuilt(submitted(hidden={"source": BOOK.cells[3].source}))[1] == []


@pytest.mark.parametrize("name", ["data", "test", "hidden", "task"])
def test_a_locked_cell_is_restored_and_flagged(name):
    notebook, flags = rebuilt(submitted(**{name: {"source": "pass"}}))
    assert (sources(notebook), flags) == (RIGHT, [("changed", name)])


def test_spaces_around_a_locked_cell_are_not_flagged():
    assert rebuilt(submitted(test={"source": "assert double(2) == 4\n\n"}))[1] == []


@pytest.mark.parametrize(
    ("key", "value"),
    [("points", 99), ("grade", False), ("locked", False), ("solution", True), ("task", True)],
)
def test_edited_grading_metadata_are_replaced_and_flagged(key, value):
    told = {**BOOK.cells[2].metadata(), key: value}
    notebook, flags = rebuilt(submitted(test={"metadata": {"nbgrader": told}}))
    assert flags == [("metadata", "test")]
    assert notebook.cells[2].metadata["nbgrader"][key] == BOOK.cells[2].metadata().get(key, False)


def test_points_keep_their_value():
    notebook, _ = rebuilt(submitted())
    found = [cell.metadata["nbgrader"].get("points") for cell in notebook.cells]
    assert found == [None, None, 1, 2, 3, 4]


def test_the_last_of_two_cells_of_a_name_counts():
    book = submitted()
    book["cells"].append({**book["cells"][1], "source": "def double(x): return 0"})
    notebook, flags = rebuilt(book)
    assert flags == [("duplicate", "answer")]
    assert sources(notebook)["answer"] == "def double(x): return 0"
    assert names(notebook)[1] is None and notebook.cells[1].source == ANSWERS["answer"]


@pytest.mark.parametrize("name", ["data", "test", "hidden", "task", "essay"])
def test_a_missing_cell_is_put_back_where_it_was(name):
    book = submitted()
    del book["cells"][place(book, name)]
    notebook, flags = rebuilt(book)
    assert names(notebook) == [cell.name for cell in BOOK.cells]
    assert flags == [("missing", name)]


def test_missing_cells_are_put_back_in_order_among_the_learners_own():
    book = submitted()
    book["cells"] = [book["cells"][0], extra("a"), book["cells"][1], extra("b")]
    notebook, _ = rebuilt(book)
    assert names(notebook) == ["data", None, "answer", "test", "hidden", "essay", "task", None]


def test_an_empty_notebook_gets_everything_but_the_answer():
    notebook, flags = rebuilt({**submitted(), "cells": []})
    assert names(notebook) == ["data", "test", "hidden", "essay", "task"]
    assert [what for what, _ in flags] == ["missing"] * 5


def test_a_deleted_answer_stays_deleted():
    book = submitted()
    book["cells"][1] = extra("twice = 2")
    notebook, flags = rebuilt(book)
    assert names(notebook)[:3] == ["data", None, "test"] and flags == []


def test_a_cell_with_an_unknown_name_is_the_learners_own():
    book = submitted()
    book["cells"].append(
        extra(metadata={"nbgrader": {**BOOK.cells[2].metadata(), "grade_id": "x"}})
    )
    notebook, _ = rebuilt(book)
    assert names(notebook)[-1] is None


# Tags, metadata, attachments


def test_a_tag_that_skips_a_cell_is_left_out_and_flagged():
    metadata = {"tags": ["skip-execution", "mine"]}
    notebook, flags = rebuilt({**submitted(), "cells": [extra(metadata=metadata)]})
    own = notebook.cells[names(notebook).index(None)]
    assert "tags" not in own.metadata and ("skip-execution", "cell 1") in flags


def test_a_tag_that_allows_an_error_is_kept():
    book = submitted()
    book["cells"].append(extra("1 / 0", metadata={"tags": ["raises-exception", "other"]}))
    assert rebuilt(book)[0].cells[-1].metadata["tags"] == ["raises-exception"]


def test_a_test_cell_cannot_be_tagged_as_allowed_to_fail():
    metadata = {"nbgrader": BOOK.cells[2].metadata(), "tags": ["raises-exception"]}
    notebook, _ = rebuilt(submitted(test={"metadata": metadata}))
    assert "tags" not in notebook.cells[2].metadata


def test_other_metadata_are_left_out():
    book = submitted()
    book["cells"].append(extra(metadata={"deletable": False, "jupyter": {"source_hidden": True}}))
    notebook, _ = rebuilt(book)
    assert notebook.cells[-1].metadata == {}
    assert set(notebook.metadata) == {"kernelspec", "language_info"}


def test_the_kernel_is_the_instructors():
    assert rebuilt(submitted())[0].metadata["kernelspec"] == BOOK.kernelspec


def test_outputs_are_left_out():
    output = {"output_type": "stream", "name": "stdout", "text": "passed"}
    notebook, _ = rebuilt(submitted(answer={"outputs": [output], "execution_count": 3}))
    assert (notebook.cells[1].outputs, notebook.cells[1].execution_count) == ([], None)


def test_a_pasted_picture_stays():
    told = {"attachments": {"a.png": {"image/png": "aGk="}, "bad": 3}}
    notebook, _ = rebuilt(submitted(essay=told))
    assert notebook.cells[4].attachments == {"a.png": {"image/png": "aGk="}}


@pytest.mark.parametrize("kind", ["markdown", "raw", "heading", None, 3])
def test_a_cells_type_is_the_instructors(kind):
    notebook, flags = rebuilt(submitted(test={"cell_type": kind}))
    assert notebook.cells[2].cell_type == "code" and ("type", "test") in flags


# Ids


def test_ids_are_the_names_where_there_are_names():
    assert [cell.id for cell in rebuilt(submitted())[0].cells] == [cell.name for cell in BOOK.cells]


@pytest.mark.parametrize("told", ["own", "test", "", "no id!", "a" * 65, "a\n", None, 3, ["a"]])
def test_ids_are_valid_and_unique(told):
    book = submitted()
    book["cells"] += [extra(id=told), extra(id=told), extra(id=told)]
    notebook, _ = rebuilt(book)
    nbformat.validate(notebook)
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)


def test_ids_are_the_same_in_every_run():
    book = submitted()
    book["cells"] += [extra(id=None), extra(id="own"), extra(id="own")]
    del book["cells"][0]
    first, second = ([cell.id for cell in rebuilt(book)[0].cells] for _ in range(2))
    assert first == second


@pytest.fixture
def _at_most_five_seconds():
    """Stop what would run for ever; counted are the processor's seconds, whoever else computes."""

    def stop(*_):
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, 5)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)


@pytest.mark.usefixtures("_at_most_five_seconds")
def test_ids_chosen_to_collide_are_made_different():
    told = ["a" * 56 + f"-{place}" for place in range(12)]
    book = {**submitted(), "cells": [extra(id=told[8]) for _ in range(12)]}
    book["cells"] += [extra(id=name) for name in told]
    notebook, _ = rebuilt(book)
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)
