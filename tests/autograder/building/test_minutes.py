"""Is the stated time of a notebook true, and does nobody hear of it who states none?"""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from autograder.building import minutes
from autograder.building.execute import WIDGET_VIEW
from autograder.building.minutes import Load, load
from autograder.building.text import read_unit

TITLE = "# # Doubling\n"
PICTURE = '<img src="x.png" alt="A line that rises.">'
SENTENCE = "One two three four five six seven eight nine ten.\n# "


def with_time(toy, said, more=""):
    text = toy.unit_text.replace(TITLE, f"{TITLE}#\n# {more}\n# {said}\n")
    return toy.write(text=text)


def count(toy, *cells):
    return load(new_notebook(cells=list(cells)), toy.course())


def test_what_is_read_and_written_is_counted(toy):
    unit, _ = read_unit(toy.write())
    assert load(unit.notebook, toy.course()) == Load(
        words=19, lines=4, open_lines=1, answers=1, written=1, essays=1
    )


def test_folded_tests_are_not_read(toy):
    unit, _ = read_unit(toy.write())
    course = toy.course()
    course.settings.fold_tests = True
    assert load(unit.notebook, course).open_lines == 0


def test_pictures_and_widgets_are_looked_at(toy):
    picture = new_output("display_data", {"text/html": PICTURE})
    widget = new_output("display_data", {"text/html": PICTURE, WIDGET_VIEW: {}})
    table = new_output("display_data", {"text/html": "<table></table>"})
    drawn = new_code_cell("draw()\n\n# a comment", outputs=[picture, widget, table])
    assert count(toy, drawn) == Load(lines=1, figures=1, widgets=1)


@pytest.mark.parametrize(
    "cells",
    [
        [new_code_cell("# You need not read this.\nx = 1")],
        [new_markdown_cell("It makes the data.\nYou need\nnot read it."), new_code_cell("x = 1")],
        [new_markdown_cell("You needn't understand it."), new_code_cell("x = 1")],
    ],
)
def test_what_need_not_be_read_takes_no_time(toy, cells):
    assert count(toy, *cells).lines == 0
    assert count(toy, *cells, new_code_cell("y = 1")).lines == 1


def test_more_of_anything_takes_longer():
    none = Load().minutes
    for part in Load.__dataclass_fields__:
        assert Load(**{part: 10}).minutes > none == 0


@pytest.mark.parametrize("said", ["25", "20"])
def test_a_time_within_five_minutes_is_true(toy, monkeypatch, said):
    monkeypatch.setattr(minutes, "ESSAY", 16.0)
    with_time(toy, f"Time: about {said} minutes. Points: 2.")
    assert toy.build().exit_code == 0


@pytest.mark.parametrize(
    "said", ["about 40 minutes", "about 15 minutes", "20 to 30 minutes", "one minute"]
)
def test_a_time_that_is_not_true_hears_the_true_one(toy, monkeypatch, said):
    monkeypatch.setattr(minutes, "ESSAY", 16.0)
    path = with_time(toy, f"Time: {said}. Points: 2.")
    result = toy.build()
    line = path.read_text().split("Time:")[0].count("\n") + 1
    assert result.exit_code == 1
    assert result.stderr == (
        f"{path}:{line}: the time of this notebook reads '{said}': write 'Time: about 25 minutes.' "
        "(docs/author.md says how the minutes are computed).\n"
    )


@pytest.mark.parametrize("said", ["", "Time: Monday, 10 o'clock.", "It takes about 400 minutes."])
def test_who_states_no_minutes_hears_nothing(toy, monkeypatch, said):
    monkeypatch.setattr(minutes, "ESSAY", 150.0)
    with_time(toy, said)
    assert toy.build().exit_code == 0


def test_a_sitting_ends_in_time(toy):
    with_time(toy, "Time: about 70 minutes.", SENTENCE * 1050)
    result = toy.build()
    assert result.exit_code == 1
    assert "takes a beginner about 70 minutes, and a sitting at most 60: cut it" in result.stderr
    config = toy.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "c.Autograder.longest_sitting = 90\n")
    assert toy.build().exit_code == 0


def test_a_course_may_leave_its_times_alone(toy):
    with_time(toy, "Time: about 400 minutes.")
    config = toy.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "c.Autograder.longest_sitting = 0\n")
    assert toy.build().exit_code == 0


def test_the_model_is_the_one_that_the_measured_units_give():
    pytest.importorskip("scipy")
    from bench.minutes import MEASURED, error, fit

    fitted = fit(MEASURED)
    assert pytest.approx(fitted, abs=0.1) == [minutes.ANSWER, minutes.WRITTEN_LINE]
    errors = [abs(error(unit, minutes.ANSWER, minutes.WRITTEN_LINE)) for unit in MEASURED]
    assert max(errors) < 0.2 and sum(errors) / len(errors) < 0.1


def test_nbformat_keeps_what_the_model_reads(toy):
    """The model counts in what is built just as in what was written."""
    with_time(toy, "")
    assert toy.build().exit_code == 0
    built = nbformat.read(toy.root / "source" / "01_double" / "01_double.ipynb", as_version=4)
    unit, _ = read_unit(toy.root / "source" / "01_double.py")
    assert load(built, toy.course()) == load(unit.notebook, toy.course())
