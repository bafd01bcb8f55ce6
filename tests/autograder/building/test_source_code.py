"""Are regions what nbgrader takes for regions?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.preprocessors import ClearHiddenTests

from autograder.building.source_code import find_regions, parse_cell, without_regions
from autograder.course import Marks

MARKS = Marks("BEGIN HIDDEN TESTS", "END HIDDEN TESTS")
lines = st.lists(
    st.sampled_from(["x = 1", "", "### BEGIN HIDDEN TESTS", "    # END HIDDEN TESTS here"]),
    min_size=1,
    max_size=8,
)


def cleared_by_nbgrader(source):
    cell = new_code_cell(source, metadata={"nbgrader": {"grade": True}})
    ClearHiddenTests().preprocess(new_notebook(cells=[cell]), {})
    return cell.source


@given(lines)
def test_without_faults_nbgrader_removes_the_same_lines(drawn):
    source = "\n".join(drawn)
    regions, faults = find_regions(source, MARKS)
    if not faults:
        assert without_regions(source, regions) == cleared_by_nbgrader(source)


@given(lines)
def test_what_nbgrader_refuses_is_a_fault(drawn):
    source = "\n".join(drawn)
    _, faults = find_regions(source, MARKS)
    if not faults:
        cleared_by_nbgrader(source)
    # nbgrader drops an END that nothing began, without a word; here it is a fault, too.
    words = [word for line in drawn for word in ("BEGIN", "END") if word in line]
    assert (not faults) == (words == ["BEGIN", "END"] * (len(words) // 2))


@pytest.mark.parametrize("source", ["x =", "for x in y:\n", "'\\d'"])
def test_not_python(source):
    with pytest.raises(SyntaxError):
        parse_cell(source)


@pytest.mark.parametrize("source", ["", "%time x = 1", "!ls", "await f()", "%%time\nx = 1", "f?"])
def test_what_ipython_takes_for_python(source):
    parse_cell(source)
