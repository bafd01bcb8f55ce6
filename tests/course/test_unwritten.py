"""What is said of code that is not there: to be written yet, or lost."""

import numpy as np
import pytest
from defined import define

from course import checks
from course.checks import cells

TABLE = np.array([[1.0, 2.0], [3.0, 4.0]])


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("", "`node`, which `f` calls, is not written yet. Delete the line that begins with"),
        ("return part(x)\ndef part(x): ", "`part`, which `node` calls, is not written yet."),
    ],
)
def test_a_function_that_is_not_written_is_named_and_not_the_one_that_calls_it(inner, said):
    text = f"def node(x): {inner}raise NotImplementedError\ndef f(x): return node(x)"
    with pytest.raises(checks.CheckFailed) as failure:
        checks.call(define(text), 1)
    assert str(failure.value).startswith(said)


def test_where_no_line_can_be_placed_a_written_function_is_not_called_unwritten():
    """So it is where work is graded: the learner's lines run in another process."""
    text = "def f(x): return g(x)\ndef g(x): raise NotImplementedError"
    f = define(text, __name__="elsewhere")
    with pytest.raises(checks.CheckFailed, match=r"^f\(1\) calls something that is not written"):
        checks.call(f, 1)
    with pytest.raises(checks.CheckFailed, match=r"^g\(1\) is not written yet"):
        checks.call(f.__globals__["g"], 1)


def test_a_letter_in_the_place_of_a_question_is_asked_for_its_def_line():
    names = {"letter": "b", "question_1": "b"}
    with pytest.raises(checks.CheckFailed, match="`question_1` holds 'b' here, and should be a"):
        exec("from course import checks\nletter = checks.choice(question_1, 'abc')", names)


def test_a_lost_def_line_is_asked_for():
    names = {"_": TABLE, "make_customer": TABLE}
    exec("from course import checks\ndef run(): checks.call(make_customer, 1)", names)
    with pytest.raises(checks.CheckFailed) as failure:
        names["run"]()
    assert "`make_customer` holds [[1, 2], [3, 4]] here, and should be a" in str(failure.value)
    assert "the line `def make_customer(...):`" in str(failure.value)


def test_an_answer_that_a_helper_of_the_test_misses_is_told_of_its_own_cell():
    source = "class Late:\n    x ="
    with pytest.raises(SyntaxError) as stopped:
        compile(source, "<cell>", "exec")
    cells.explain_cell(stopped.value, source)

    def helper():
        return Late()  # noqa: F821

    try:
        with pytest.raises(NameError) as failure:
            checks.call(helper)
    finally:
        cells.forget()
    assert "There is no `Late` yet: the cell that should define it" in failure.value.__notes__[0]
