"""Does a traceback keep what the learner may see, and only that?"""

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from autograder.tracebacks import ClearHiddenTestsAndTracebacks

HIDDEN = "### BEGIN HIDDEN TESTS\nassert double(5) == 10\n### END HIDDEN TESTS"
HEAD = "AssertionError                Traceback (most recent call last)"
TEST_FRAME = (
    "\x1b[36mCell\x1b[39m\x1b[36m In[2]\x1b[39m\x1b[32m, line 2\x1b[39m\n assert double(5) == 10"
)
OWN_FRAME = (
    "\x1b[36mCell\x1b[39m\x1b[36m In[1]\x1b[39m\x1b[32m, line 3, in double(x)\x1b[39m\n 1 / 0"
)
FILE_FRAME = "\x1b[36mFile \x1b[39m\x1b[32mcourse/checks.py:30, in equals\x1b[39m"
UNKNOWN_FRAME = "Input In [2], in <module>\n assert double(5) == 10"
LAST = "\x1b[31mAssertionError\x1b[39m: Is any other number doubled?"
PLAIN_LAST = "AssertionError: Is any other number doubled?"


def cleared(source, *traceback, count=2):
    error = new_output(
        "error",
        ename="AssertionError",
        evalue="Is any other number doubled?",
        traceback=[HEAD, *traceback, LAST],
    )
    test = {"grade": True, "solution": False, "locked": True, "schema_version": 3, "grade_id": "t"}
    cells = [
        new_code_cell("def double(x): ...", execution_count=1),
        new_code_cell(HIDDEN, execution_count=2, metadata={"nbgrader": dict(test)}),
        new_code_cell(source, execution_count=count, metadata={"nbgrader": dict(test)}),
    ]
    if source == HIDDEN:
        cells.pop(1)
    cells[-1].outputs = [error]
    notebook, _ = ClearHiddenTestsAndTracebacks().preprocess(new_notebook(cells=cells), {})
    assert "BEGIN HIDDEN" not in str(notebook)
    return notebook.cells[-1].outputs[0].traceback


def test_frames_of_the_learner_and_of_files_stay():
    kept = cleared(HIDDEN, TEST_FRAME, OWN_FRAME, FILE_FRAME)
    assert kept == [OWN_FRAME, FILE_FRAME, PLAIN_LAST]


@pytest.mark.parametrize("frame", [TEST_FRAME, UNKNOWN_FRAME])
def test_frames_that_quote_a_hidden_test_go(frame):
    assert cleared(HIDDEN, frame) == [PLAIN_LAST]


def test_hidden_test_is_not_quoted_by_another_cell_either():
    assert cleared("helper(3)", TEST_FRAME, OWN_FRAME, count=3) == [OWN_FRAME, PLAIN_LAST]


def test_other_tracebacks_stay_as_they_are():
    assert cleared("assert double(2)", OWN_FRAME, count=3) == [HEAD, OWN_FRAME, LAST]
