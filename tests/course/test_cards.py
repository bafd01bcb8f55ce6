"""What a notebook's kernel shows of checks: one card each, and the same again as text."""

import logging
import re

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.utils import determine_grade

from autograder.building.execute import SamePythonKernel
from course import checks
from course.checks import cells as watched

HELPER = """# Check add
def stacked_test(n):
    model = Model()
    model.add(n)
    return model.n

checks.call(stacked_test, 3, said="add").item(1, "the second").equals(1)
checks.passed("add works here.")"""

CELLS = {
    "imports": "import numpy as np\nfrom course import checks, toolbox",
    "relu": "def relu(z):\n    return z",
    "relu_visible": "# Check relu\nchecks.call(relu, -3).is_not(-3, 'See `z`?').equals(0)",
    "passing": "# Check relu\nchecks.call(relu, 3).equals(3)\nchecks.passed('It works: `relu`.')",
    "forward": "def forward(x, W):\n    h = x @ W\n    return h",
    "forward_visible": "# Check forward\nchecks.call(forward, np.ones(3), np.ones((4, 2)))",
    "deep": "def deep(X, w):\n    return toolbox.slope(X, w, w)",
    "deep_visible": "# Check deep\nchecks.call(deep, np.ones((3, 2)), np.ones(2))",
    "relu_anew": "def relu(z):\n    return np.maximum(0, z",
    "relu_again": "# Check relu\nchecks.call(relu, 3).equals(3)",
    "missing": "def tanh(z):\nreturn z",
    "missing_visible": "# Check tanh\nchecks.call(tanh, 3)",
    "named_otherwise": "# Check sigmoid\nchecks.call(sigmoid, 3)",
    "stray": "def f(z):\n    y = 2 * z\ny = 3 * z",
    "called_below": 'def g(z, y):\n    """Add."""\n    return z + y\n\nprint(g(1))',
    "direct": "# Check forward\nforward(np.ones(3), np.ones((4, 2)))",
    "of_the_test": "# Check W\nlayer = checks.call(dict).value\nlayer.W",
    "model": "class Model:\n    def add(self, n):\n        self.n = [n] + 1",
    "model_wrong": HELPER,
    "model_anew": "class Model:\n    def add(self, n):\n        self.n = [n, 1]",
    "model_right": HELPER,
    "model_right_again": HELPER,
    "unindented": "def relu(z):\n    y = z\n  return y",
    "unindented_visible": "# Check relu\nchecks.call(relu, 3).equals(3)",
    "left_edge": "def softmax(z):\n    'Say it.'\nreturn z",
    "left_edge_visible": "# Check softmax\nchecks.call(softmax, 3).equals(3)",
    "itself": "def gap(z):\n    return gap(z)",
    "itself_visible": "# Check gap\nchecks.call(gap, 3).equals(3)",
    "magic": "%who_ls\nnp.pi",
    "play": "np.ones(3) @ np.ones(4)",
    "evaluated": 'eval("1 +")',
}


FRESH = {
    "check": "# Check f\nfrom course import checks\n\nchecks.call(f, np.ones(2)).equals([2, 2])",
    "answer": "def f(x):\n    return np.exp(x - x)",
    "checked": "# Check f\nfrom course import checks\n\nchecks.call(f, 2).equals(1)",
    "imports": "import numpy as np\nfrom course import checks",
    "other": "# Check g\nfrom course import checks\n\nchecks.call(g, 2).equals(1)",
    "right": "# Check f\nfrom course import checks\n\nchecks.call(f, 2).equals(1)",
}


def run(texts):
    """Return {name: cell} of a notebook that a kernel has run."""
    book = new_notebook(cells=[new_code_cell(text, id=name) for name, text in texts.items()])
    for cell in book.cells:
        if cell.source.startswith("# Check"):
            cell.metadata["nbgrader"] = {
                "grade": True, "solution": False, "locked": True, "points": 2,
                "grade_id": cell.id, "schema_version": 3, "task": False, "cell_type": "code",
            }  # fmt: skip
    NotebookClient(book, allow_errors=True, kernel_manager_class=SamePythonKernel).execute()
    nbformat.validate(book)
    return {cell.id: cell for cell in book.cells}


@pytest.fixture(scope="module")
def cells():
    return run(CELLS)


@pytest.fixture(scope="module")
def fresh():
    """Return the cells of a notebook whose kernel began with a check."""
    return run(FRESH)


def cards(cell):
    return [
        re.sub(r"<style>.*?</style>", "", output.data["text/html"], flags=re.DOTALL)
        for output in cell.outputs
        if output.output_type == "display_data"
    ]


def error(cell):
    (found,) = [output for output in cell.outputs if output.output_type == "error"]
    return found


def trace(cell):
    return re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(error(cell).traceback))


def test_a_failed_check_shows_one_card_and_stays_an_error(cells):
    (card,) = cards(cells["relu_visible"])
    assert "check-not-yet" in card and "<strong>Not yet</strong>" in card
    assert "relu(-3) gives -3, expected 0. See <code>z</code>?" in card
    said = "relu(-3) gives -3, expected 0. See `z`?"
    assert error(cells["relu_visible"]).evalue == said
    assert error(cells["relu_visible"]).traceback == [said]


def test_the_card_comes_right_before_the_error_that_it_hides(cells):
    kinds = [output.output_type for output in cells["relu_visible"].outputs]
    assert kinds == ["display_data", "error"]
    (shown, _) = cells["relu_visible"].outputs
    assert shown.data["text/plain"] == "Not yet"
    hiding = r"\.jp-OutputArea-child:has\(\.check-not-yet\) \+ \.jp-OutputArea-child"
    assert re.search(hiding, shown.data["text/html"])


def test_a_passed_check_shows_a_card_and_is_plain_text_too(cells):
    (card,) = cards(cells["passing"])
    assert "check-passed" in card and "<strong>Passed</strong>" in card
    assert "It works: <code>relu</code>." in card
    (shown,) = cells["passing"].outputs
    assert shown.data["text/plain"] == "It works: `relu`."


def test_a_card_is_read_aloud_and_its_sign_is_not(cells):
    for name in ("relu_visible", "passing"):
        (card,) = cards(cells[name])
        assert 'role="status"' in card
        assert '<span class="check-sign" aria-hidden="true">' in card


def test_an_error_shows_the_learners_line_and_words(cells):
    (card,) = cards(cells["forward_visible"])
    assert "----&gt;  2     h = x @ W" in card
    assert "The two arrays of a product <code>@</code> do not fit" in card
    assert "----&gt;" in card and "checks.call" not in card
    lines = trace(cells["forward_visible"]).splitlines()
    assert lines[:2] == ["Cell of forward, line 2:", "       1 def forward(x, W):"]
    assert lines[-1].startswith("The two arrays of a product `@` do not fit")
    assert "<code>ValueError: matmul: size 4 is different from 3</code>" in card
    assert "gufunc" not in card + trace(cells["forward_visible"])
    assert error(cells["forward_visible"]).evalue.startswith("matmul: Input operand 1")


@pytest.mark.parametrize("name", ["deep_visible", "forward_visible", "direct"])
def test_no_frame_of_the_checks_or_the_toolbox_is_shown(cells, name):
    for shown in (*cards(cells[name]), trace(cells[name])):
        assert "X.T" not in shown and "len(y)" not in shown
        assert "course/" not in shown and "checks." not in shown


def test_the_line_that_called_the_toolbox_is_the_learners(cells):
    assert "---->  2     return toolbox.slope(X, w, w)" in trace(cells["deep_visible"])


def test_a_cell_that_python_cannot_read_is_told_in_words(cells):
    (card,) = cards(cells["relu_anew"])
    assert "The bracket <code>(</code> is opened here and never closed." in card
    assert "----&gt;  2     return np.maximum(0, z" in card
    assert trace(cells["relu_anew"]).splitlines()[-1].startswith("The bracket `(` is opened here")


def test_the_check_of_an_older_function_says_so(cells):
    (card,) = cards(cells["relu_again"])
    assert "The cell that defines <code>relu</code> stopped with an error" in card


@pytest.mark.parametrize("name", ["model_right", "model_right_again"])
def test_a_helper_of_the_check_is_new_after_an_error_in_the_answer(cells, name):
    assert "can only concatenate list" in error(cells["model_wrong"]).evalue
    assert [output.output_type for output in cells[name].outputs] == ["display_data"]
    assert "add works here." in cards(cells[name])[0]


def test_a_return_outside_of_the_function_is_told_at_both_cells(cells):
    assert "an indented block after function definition" in trace(cells["missing"])
    assert "begin four spaces further to the right than the `def`" in trace(cells["missing"])
    said = trace(cells["missing_visible"])
    assert "There is no `tanh` yet: the cell that should define it stopped with an error" in said


def test_a_line_that_begins_where_no_other_does_gets_a_card_and_is_remembered(cells):
    (card,) = cards(cells["unindented"])
    assert "begins at a place where no line above it begins" in card
    assert "----&gt;  3   return y" in card
    (said,) = cards(cells["unindented_visible"])
    assert "(IndentationError: unindent does not match any outer indentation level)" in said


def test_a_return_at_the_left_edge_gets_a_card_and_is_remembered(cells):
    for name in ("left_edge", "left_edge_visible"):
        (card,) = cards(cells[name])
        assert "A <code>return</code> stands at the left edge." in card, name


def test_each_broken_cell_shows_one_card_before_its_error(cells):
    for name in ("relu_anew", "unindented", "left_edge"):
        kinds = [output.output_type for output in cells[name].outputs]
        assert kinds == ["display_data", "error"], name
    assert [output.output_type for output in cells["magic"].outputs] == ["execute_result"] * 1


def test_a_call_below_the_function_is_explained_too(cells):
    said = trace(cells["called_below"])
    assert "---->  5 print(g(1))" in said and "without something that it needs: 'y'." in said


def test_a_function_that_calls_itself_is_told(cells):
    (card,) = cards(cells["itself_visible"])
    assert "`gap` calls itself" in card.replace("<code>", "`").replace("</code>", "`")


def test_what_a_cell_no_longer_defines_is_asked_about():
    watched.forget()
    try:
        watched.ran_well("def relu(z):\n    return z", "cell 1")
        assert watched.stale("relu") is None
        watched.ran_well("'b'", "cell 2")
        assert watched.stale("relu") is None
        watched.ran_well("'b'", "cell 1")
        assert "What has become of its `def` line?" in watched.stale("relu")
        watched.ran_well("def relu(z):\n    return z", "cell 2")
        watched.ran_well("'c'", "cell 1")
        assert watched.stale("relu") is None
    finally:
        watched.forget()


@pytest.mark.parametrize("name", ["check", "checked"])
def test_a_check_before_the_first_code_cell_says_what_to_run(fresh, name):
    (card,) = cards(fresh[name])
    assert "NameError: name" in card and "checks" not in card
    said = trace(fresh[name]).splitlines()[-1]
    assert said.startswith("The first code cell of this notebook has not been run")
    assert said in card


def test_with_the_first_code_cell_run_other_things_are_said(fresh):
    assert "There is no `g` yet. Has the cell with your answer" in trace(fresh["other"])
    assert "output_type': 'error'" not in str(fresh["right"].outputs)


def test_a_later_line_that_stopped_leaves_the_function_new():
    watched.forget()
    try:
        for source, old in (
            ("def f():\n    pass\n\n1 / 0", None),
            ("1 / 0\ndef f(): 1", "the old"),
        ):
            with pytest.raises(ZeroDivisionError) as failure:
                exec(source, {"__name__": "__main__"})
            watched.explain_cell(failure.value, source)
            said = watched.stale("f")
            assert old in said if old else said is None
    finally:
        watched.forget()


def test_what_the_toolbox_does_not_hold_is_said_to_be_the_learners():
    with pytest.raises(ImportError) as failure:
        exec("from course.toolbox import weighted_sum")
    watched.explain_cell(failure.value, "from course.toolbox import weighted_sum")
    assert "There is no `weighted_sum` in `course.toolbox`." in failure.value.__notes__[0]


def test_a_missing_answer_is_asked_about(cells):
    said = trace(cells["named_otherwise"])
    assert "There is no `sigmoid` yet. Has the cell with your answer been run" in said


def test_a_stray_line_is_told(cells):
    assert "`z` is known inside the function only" in trace(cells["stray"])


def test_an_error_of_the_check_itself_shows_none_of_its_lines(cells):
    assert "layer.W" not in trace(cells["of_the_test"])
    assert "has nothing called `W`" in trace(cells["of_the_test"])


@pytest.mark.parametrize(("name", "line"), [("play", "np.ones(3) @"), ("evaluated", "eval(")])
def test_other_cells_show_their_errors_as_ever(cells, name, line):
    assert cards(cells[name]) == []
    assert "Traceback (most recent call last)" in trace(cells[name])
    assert line in trace(cells[name])
    assert "Which sign is missing" not in trace(cells[name])


@pytest.mark.parametrize(
    ("name", "points"), [("relu_visible", 0), ("passing", 2), ("forward_visible", 0)]
)
def test_nbgrader_counts_as_before(cells, name, points):
    assert determine_grade(cells[name], logging.getLogger()) == (points, 2)


def test_where_no_html_is_shown_a_passed_check_prints(capsys):
    checks.passed("It works.")
    assert capsys.readouterr().out == "It works.\n"
