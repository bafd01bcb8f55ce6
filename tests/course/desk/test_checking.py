"""Does checking a whole notebook say of each exercise, in a line, how far it is?"""

import os

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell
from small_book import write_book
from traitlets.config import Config

from course.desk.checking import BY_HAND, PASSES, SEEN_ONLY, UNANSWERED, UNKNOWN, check_notebook


@pytest.fixture
def checked(tmp_path):
    """Give a function that checks a notebook with answers: by exercise, what is said."""

    def check(timeout=None, **answers):
        path = write_book(tmp_path, **answers)
        config = Config()
        if timeout:
            config.Execute.timeout = timeout
        before, folder = os.stat(path).st_mtime_ns, os.getcwd()
        lines = check_notebook(path, config)
        assert (os.stat(path).st_mtime_ns, os.getcwd()) == (before, folder)
        return {line.title: (line.verdict, line.name, line.text) for line in lines}

    return check


def test_the_kernel_remarks_nothing_in_the_learners_terminal(checked, capfd):
    """Is nothing said there of kernels in plain text?"""
    assert checked()
    assert capfd.readouterr().err == ""


def test_each_exercise_has_a_line_and_a_quick_question_is_no_success(checked):
    """Is what nobody has judged yet told apart from what passes, in the notebook's own folder?"""
    assert checked() == {
        "Exercise 1: double": ("passed", "double_visible", SEEN_ONLY),
        "Exercise 2: half": ("passed", "half_visible", PASSES),
        "Quick question": ("later", "question_test", UNKNOWN),
        "Reflection": ("by hand", "why", BY_HAND),
    }


def test_what_fails_is_said_in_its_own_words(checked):
    found = checked(double="    return x + 3", essay="*Write here.*")
    said = "double(2) gives 5, expected 4. What is 2 + 2?"
    assert found["Exercise 1: double"] == ("wrong", "double_visible", said)
    assert found["Exercise 2: half"][0] == "passed"
    assert found["Reflection"] == ("wrong", "why", UNANSWERED)


def test_an_error_of_the_learners_own_is_one_line(checked):
    verdict, _, said = checked(half="    return x / '<b>'")["Exercise 2: half"]
    assert verdict == "wrong"
    assert said.startswith("One side of the `/` is a text")
    assert "(at the line `return x / '<b>'`)" in said


def test_a_loop_without_end_is_told(checked):
    endless = "    while True:\n        pass"
    # The import above it may take a second of a busy machine.
    verdict, _, said = checked(timeout=4, half=endless)["Exercise 2: half"]
    assert verdict == "wrong" and said.startswith("It did not come to an end")


@pytest.mark.parametrize("type_too", [False, True])
def test_a_test_that_was_changed_is_named_and_nothing_is_run(checked, type_too):
    def change(book):
        if not type_too:
            book.cells[3].source = "pass"
            return
        made = {**new_markdown_cell("pass"), "metadata": book.cells[3].metadata}
        book.cells[3] = nbformat.from_dict(made)

    ((title, (verdict, name, said)),) = checked(change=change).items()
    assert (title, verdict, name) == ("Exercise 1: double", "changed", "double_visible")
    how = ": a code cell that is a markdown cell now" if type_too else ""
    assert said.startswith(f"double_visible, in Exercise 1: double{how}\nUndo the change")
