"""Is a learner's notebook read rightly: which exercises, what passed, what is open?"""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.desk.exercises import exercises, read_cells, sentence, titled, unit_title
from course.desk.released import released_folder, released_units

ROOT = released_folder().parent


def markdown(text):
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def code(text, name="", count=None, outputs=(), **about):
    metadata = {"nbgrader": {"grade_id": name, **about}} if name else {}
    return {
        "cell_type": "code",
        "metadata": metadata,
        "source": text,
        "execution_count": count,
        "outputs": list(outputs),
    }


def error(kind, value, *trace):
    return {"output_type": "error", "ename": kind, "evalue": value, "traceback": list(trace)}


STUB = 'def f(x):\n    raise NotImplementedError("Not written yet: replace this line.")'
LAID = [
    markdown("# Unit 99: A unit\n\n## 1. Begin\n```\n# no heading\n```"),
    markdown("### Exercise 1: double `x` (3 points)"),
    code(STUB, "f", solution=True),
    code("assert f(2) == 4", "f_visible", grade=True, points=1),
    code("# Hidden tests run here when your work is graded.", "f_hidden", grade=True, points=2),
    markdown("### Reflection (3 points, graded by a person)"),
    {
        **markdown("*Write your answer here.*"),
        "metadata": {"nbgrader": {"grade_id": "why", "grade": True, "solution": True, "points": 3}},
    },
]


def learner(**changes):
    """The laid cells with changes to some, by name."""
    cells = copy.deepcopy(LAID)
    for cell in cells:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        cell.update(changes.get(name, {}))
    return cells


def test_what_is_laid_has_nothing_begun_and_nothing_run():
    double, why = exercises(LAID, LAID)
    assert (double.title, why.title) == ("Exercise 1: double `x`", "Reflection")
    assert (double.points, why.points) == (3, 3)
    assert [(test.name, test.kind) for test in double.tests + why.tests] == [
        ("f_visible", "visible"),
        ("f_hidden", "later"),
        ("why", "by hand"),
    ]
    assert not double.begun and not why.begun
    assert not any(test.ran or test.passed for test in double.tests)


def test_an_answer_and_its_tests_are_seen():
    answered = learner(
        f={"source": "def f(x):\n    return 2 * x"},
        f_visible={"execution_count": 4},
        why={"source": ["Because", " of it."]},
    )
    double, why = exercises(answered, LAID)
    assert double.begun and why.begun
    assert [test.passed for test in double.tests] == [True, False]


def test_a_half_edited_stub_is_still_open():
    double, _ = exercises(learner(f={"source": f"{STUB}\n# to do"}), LAID)
    assert not double.begun


def test_a_failed_test_gives_its_sentence():
    failed = [error("CheckFailed", "f(2) gives 5, expected 4. What is 2 * 2?", "a frame")]
    double, _ = exercises(learner(f_visible={"execution_count": 4, "outputs": failed}), LAID)
    assert not double.tests[0].passed
    assert double.tests[0].problem == "f(2) gives 5, expected 4. What is 2 * 2?"


def test_cells_that_the_learner_removed_count_as_not_run():
    double, why = exercises([], LAID)
    assert double.points == 3 and not double.begun and not why.begun


@pytest.mark.parametrize(
    ("output", "said"),
    [
        (error("NotImplementedError", "Not written yet: replace it."), "Not written yet."),
        (
            error(
                "NameError",
                "name 'b' is not defined",
                "\x1b[0;32m----> 1\x1b[0m f(\x1b[1m2\x1b[0m)",
                "----> 2     return a + b",
            ),
            "NameError: name 'b' is not defined (at the line `return a + b`)",
        ),
        (error("AssertionError", ""), "AssertionError"),
        (
            error("CellTimeoutError", "", "No reply from kernel"),
            "It did not come to an end: is there a loop that never stops?",
        ),
        (
            {"output_type": "stream", "name": "stderr", "text": ["one\n", "RuntimeWarning: two\n"]},
            "Something was printed as a warning: RuntimeWarning: two",
        ),
        ({"output_type": "stream", "name": "stdout", "text": "fine"}, ""),
    ],
)
def test_what_went_wrong_is_one_line(output, said):
    assert sentence({"outputs": [output]}) == said


def test_headings_in_code_are_no_headings():
    assert unit_title(LAID, "99") == "Unit 99: A unit"
    assert titled(LAID)[0][0] == "1. Begin"


RELEASED = [each for unit in released_units(released_folder()) for each in unit.sittings]


@pytest.mark.parametrize("sitting", RELEASED, ids=lambda sitting: sitting.name)
def test_a_test_that_is_said_to_come_later_has_something_hidden(sitting):
    """Can a learner trust the page: is what counts as seen by the notebook really seen there?"""
    laid = read_cells(released_folder() / sitting.path)
    solved = read_cells(ROOT / "source" / sitting.path)
    hidden = {
        cell["metadata"]["nbgrader"]["grade_id"]
        for cell in solved
        if "BEGIN HIDDEN TESTS" in "".join(cell["source"])
    }
    found = exercises(laid, laid)
    later = {test.name for each in found for test in each.tests if test.kind == "later"}
    assert later <= hidden
    # A test that is seen, and has a hidden part besides, would be shown as passed before it is.
    both = hidden - later
    assert all(name.endswith("_test") for name in both), both
    assert all(each.points > 0 and each.title for each in found)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)
CELLS = st.lists(
    st.dictionaries(
        st.sampled_from(["cell_type", "metadata", "source", "outputs", "execution_count"]), JSON
    ),
    max_size=4,
)


OUTPUT = JSON | st.fixed_dictionaries(
    {"output_type": st.sampled_from(["error", "stream"])},
    optional={"name": st.just("stderr"), "text": JSON, "ename": JSON, "traceback": JSON},
)


@given(CELLS, JSON | st.lists(OUTPUT, max_size=3))
def test_no_notebook_is_too_strange(cells, outputs):
    """Does whatever JSON a notebook may hold give the laid exercises, and no error?"""
    test = {"metadata": {"nbgrader": {"grade_id": "f_visible"}}, "outputs": outputs}
    found = exercises([*cells, {**test, "execution_count": 1}], LAID)
    assert [each.points for each in found] == [3, 3]
    assert isinstance(sentence(test), str)


@pytest.mark.parametrize("content", [b"", b"{", b"3", b'{"cells": 3}'])
def test_what_is_no_notebook_is_refused(tmp_path, content):
    path = tmp_path / "a.ipynb"
    path.write_bytes(content)
    with pytest.raises(ValueError):
        read_cells(path)
    path.write_text(json.dumps({"cells": [3, {"source": ""}]}))
    assert read_cells(path) == [{"source": ""}]
