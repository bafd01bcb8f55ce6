"""Does `course progress` say what is done, what is open and what to do next?"""

import json
import os
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from course.cli import main
from course.desk.desk import Desk
from course.desk.feedback import handed_in, latest_feedback
from course.desk.progress import as_text, next_step
from course.desk.progress_page import as_page
from course.desk.released import Unit
from course.desk.states import look

NAME = "01_line"
STUB = 'def f(x):\n    raise NotImplementedError("Not written yet.")'
ANSWER = "def f(x):\n    return x"
SENT = "2026-11-20 16:05:12.123456 UTC"
LATER = "2026-11-20 16:25:00.000000 UTC"


def cell(kind, text, name="", **about):
    metadata = {"nbgrader": {"grade_id": name, **about}} if name else {}
    return {"cell_type": kind, "metadata": metadata, "source": text, "outputs": []}


def released():
    return [
        cell("markdown", "# Unit 01: A line"),
        cell("markdown", "### Exercise 1: f | g (3 points)"),
        cell("code", STUB, "f", solution=True),
        cell("code", "assert f(1)", "f_visible", grade=True, points=1),
        cell(
            "code",
            "# Hidden tests run here when your work is graded.",
            "f_hidden",
            grade=True,
            points=2,
        ),
        cell("markdown", "### Reflection (2 points, graded by a person)"),
        cell("markdown", "*Write here.*", "why", grade=True, solution=True, points=2),
    ]


@pytest.fixture
def unit(tmp_path):
    folder = tmp_path / "release" / NAME
    folder.mkdir(parents=True)
    (folder / f"{NAME}.ipynb").write_text(json.dumps({"cells": released()}))
    return Unit(folder)


@pytest.fixture
def desk(tmp_path, unit):
    desk = Desk(tmp_path / "desk")
    desk.lay([unit])
    return desk


def work(desk, answer=ANSWER, why="Because.", problem=None, ran=True, saved=None, error=None):
    """Save the learner's notebook: what was answered, and how the visible test ended."""
    cells = released()
    cells[2]["source"], cells[6]["source"] = answer, why
    cells[3]["execution_count"] = 1 if ran else None
    if problem or error:
        kind, said = error or ("CheckFailed", problem)
        cells[3]["outputs"] = [{"output_type": "error", "ename": kind, "evalue": said}]
    path = desk.folder / NAME / f"{NAME}.ipynb"
    path.write_text(json.dumps({"cells": cells}))
    if saved:
        os.utime(path, (saved.timestamp(), saved.timestamp()))


def submit(desk, stamp=SENT):
    (desk.own / "submitted" / "neural_networks" / f"ada+{NAME}+{stamp}").mkdir(parents=True)


def feedback(desk, visible=1, hidden=2, why="2 of 2 points", stamp=SENT):
    folder = desk.folder / NAME / "feedback" / stamp
    folder.mkdir(parents=True)
    (folder / f"{NAME}.html").write_text(
        '<p class="label">Feedback for ada</p>'
        '<section class="answer" aria-label="Your answer f"><p class="label">'
        "<span>Your answer <code>f</code></span></p></section>"
        f'<section aria-label="Test f_visible"><p class="label"><span>Test</span> '
        f'<span>failed, {visible} of 1 point</span></p><p class="label">9 of 9 points</p></section>'
        f'<section aria-label="Test f_hidden"><p class="label">passed, {hidden} of 2 points</p>'
        f'</section><section aria-label="Your answer why"><p class="label">'
        f"<span>{why}</span></p></section>"
    )


def seen(desk, unit):
    """Return points, words per exercise, and the next step."""
    (found,) = look(desk, [unit])
    words = [state.words or "done" for state in found.states]
    return found.earned, words, next_step([found])


BEGUN = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)


def test_a_fresh_desk_is_open(desk, unit):
    points, words, step = seen(desk, unit)
    assert (points, words) == (0, ["open", "open"])
    assert step == f"Open {NAME} and do Exercise 1: f | g."


def test_a_visible_test_counts_as_saved_and_run(desk, unit):
    work(desk, ran=False)
    assert seen(desk, unit)[:2][1][0] == "run the test f_visible"
    work(desk, problem="f(1) gives 3, expected 1. Why?")
    points, words, step = seen(desk, unit)
    assert points == 0
    assert words[0] == "not right yet: f(1) gives 3, expected 1. Why?"
    assert step.startswith(f"Open {NAME} and look at Exercise 1: f | g again: not right yet: f(1)")
    work(desk)
    points, words, step = seen(desk, unit)
    assert points == 1
    assert words == ["hand in the unit to have it graded"] * 2
    assert step.startswith(f"Save {NAME} and hand it in")


def test_between_submit_and_feedback_it_waits(desk, unit):
    work(desk)
    submit(desk)
    _, words, step = seen(desk, unit)
    assert words == ["handed in, not graded yet"] * 2
    assert step.startswith("All is handed in")


def test_the_grade_counts_for_what_is_hidden(desk, unit):
    work(desk)
    submit(desk)
    feedback(desk)
    assert seen(desk, unit) == (5, ["done", "done"], "You have done every exercise of the course.")


def test_a_hidden_test_that_failed_is_work(desk, unit):
    work(desk)
    feedback(desk, hidden=0.5)
    points, words, _ = seen(desk, unit)
    assert points == 3.5
    assert words[0] == "a test found something when it was graded: f_hidden"


def test_as_long_as_nothing_was_changed_the_grade_says_all(desk, unit):
    work(desk, ran=False, saved=BEGUN)
    feedback(desk)
    assert seen(desk, unit)[:2] == (5, ["done", "done"])


def test_points_once_graded_stay_whatever_is_run_again(desk, unit):
    """Does neither a kernel that is started anew nor a try that fails take points away?"""
    feedback(desk)
    work(desk, ran=False)
    assert seen(desk, unit)[:2] == (5, ["done", "done"])
    work(desk, error=("NameError", "name 'f' is not defined"))
    assert seen(desk, unit)[:2] == (5, ["done", "done"])
    work(desk, problem="f(1) gives 3, expected 1. Why?")
    points, words, _ = seen(desk, unit)
    assert (points, words[0]) == (5, "not right yet: f(1) gives 3, expected 1. Why?")


def test_a_fresh_kernel_is_not_what_to_look_at_again(desk, unit):
    """Is the NameError of a test that is run alone told apart from a name that is nowhere?"""
    work(desk, error=("NameError", "name 'f' is not defined"))
    points, words, step = seen(desk, unit)
    assert points == 0 and "NameError" not in step
    assert words[0] == "run the cells from the top, then the test f_visible"
    work(desk, answer="def ff(x):\n    return x", error=("NameError", "name 'f' is not defined"))
    assert seen(desk, unit)[1][0] == "not right yet: NameError: name 'f' is not defined"


def test_what_a_person_reads_waits_and_nothing_else_does(desk, unit):
    work(desk)
    submit(desk)
    feedback(desk, why="not graded yet")
    points, words, step = seen(desk, unit)
    assert points == 3
    assert words == ["done", "handed in, to be read by a person"]
    assert step.startswith("All is handed in")


def test_the_newest_feedback_counts_and_a_newer_submission_waits(desk, unit):
    work(desk)
    feedback(desk, hidden=0)
    feedback(desk, hidden=2, stamp=LATER)
    assert seen(desk, unit)[0] == 5
    submit(desk, "2026-11-20 17:00:00.000000 UTC")
    assert seen(desk, unit)[1][0] == "handed in, not graded yet"


def test_a_missing_or_damaged_notebook_is_told(desk, unit):
    path = desk.folder / NAME / f"{NAME}.ipynb"
    path.write_text("{")
    assert seen(desk, unit)[2] == f"{NAME}.ipynb cannot be read."
    path.unlink()
    command = f'course reset {NAME} --desk "{desk.folder}"'
    lost = f"{NAME}.ipynb is not on the desk: was it renamed?"
    assert seen(desk, unit)[2] == f"{lost} `{command}` lays a fresh copy."
    (path.parent / "mine.ipynb").write_text("{}")
    assert seen(desk, unit)[2].startswith(f"{lost} In its folder lies mine.ipynb. `course reset")


def test_work_under_another_name_is_named_when_a_fresh_copy_lies_beside_it(desk, unit):
    """Does a renamed notebook stay in sight after `course lab` has laid a fresh one?"""
    work(desk)
    path = desk.folder / NAME / f"{NAME}.ipynb"
    path.rename(path.with_name("mine.ipynb"))
    path.with_name("notes.ipynb").write_text('{"cells": []}')
    desk.lay([unit])
    (found,) = look(desk, [unit])
    said = f"mine.ipynb beside it is not counted: what counts is called {NAME}.ipynb."
    assert found.sittings[0].note == said
    assert f"  {said}\n" in as_text([found]) and said in as_page([found]).replace("\\_", "_")


def test_feedback_of_another_layout_gives_no_points(desk):
    folder = desk.folder / NAME / "feedback" / "yesterday"
    folder.mkdir(parents=True)
    (folder / f"{NAME}.html").write_text("<html><h1>f_hidden (Score: 2.0 / 2.0)</h1>\xff")
    found = latest_feedback(desk.folder / NAME)
    assert (found.scores, found.handed_in) == ({}, None)
    assert latest_feedback(desk.folder) is None


def test_time_stamps_are_nbgraders():
    assert handed_in(SENT) == datetime(2026, 11, 20, 16, 5, 12, 123456, tzinfo=UTC)
    assert handed_in("2026-11-20 16:05:12 UTC") == datetime(2026, 11, 20, 16, 5, 12, tzinfo=UTC)
    assert handed_in("2026-11-20 16:05:12 CET") is None


def test_the_page_shows_what_code_said_as_text_and_its_links_lead_somewhere(desk, unit):
    work(desk, problem="f(`x`) | <img src=x onerror=y> [a](b) $z$ *c*")
    feedback(desk)
    page = as_page(look(desk, [unit]), "Not graded at present.")
    html = MarkdownIt("commonmark").enable("table").render(page)
    assert "<img" not in html and 'href="b"' not in html and "<em>c" not in html
    assert "f(`x`) | &lt;img src=x onerror=y&gt; [a](b) $z$ *c*" in html
    assert "Not graded at present." in html
    assert f'href="{NAME}/{NAME}.ipynb"' in html
    folder = SENT.replace(" ", "%20").replace(":", "%3A")
    assert f'href="{NAME}/feedback/{folder}/{NAME}.html"' in html
    assert "<td>Exercise 1: f | g</td>" in html


def test_the_page_is_renewed_and_a_learners_own_file_is_not(desk, unit):
    page = desk.folder / "progress.md"
    desk.renew_page("progress.md", as_page(look(desk, [unit])))
    work(desk)
    desk.renew_page("progress.md", as_page(look(desk, [unit])))
    assert "1 of 3" in page.read_text()
    page.write_text("# My progress\n\nslow")
    desk.renew_page("progress.md", as_page(look(desk, [unit])))
    assert page.read_text() == "# My progress\n\nslow"


def test_the_command_prints_it(desk, unit, monkeypatch):
    monkeypatch.setattr("course.desk.progress.released_folder", lambda: unit.folder.parent)
    work(desk)
    feedback(desk, hidden=0)
    said = CliRunner().invoke(main, ["progress", "--desk", str(desk.folder)])
    assert said.exit_code == 0
    lines = said.output.splitlines()
    assert lines[0] == f"{NAME}: 3 of 5 points"
    assert "1 of 3 points  Exercise 1: f | g: a test found something" in lines[1]
    assert lines[2].split() == ["2", "of", "2", "points", "Reflection:", "done"]
    assert lines[3].endswith(f"{SENT}/{NAME}.html")
    assert lines[-2] == "Together: 3 of 5 points."
    assert lines[-1].startswith(f"Next: Open {NAME} and look at Exercise 1")


def test_the_command_without_a_desk_makes_none(tmp_path):
    said = CliRunner().invoke(main, ["progress", "--desk", str(tmp_path / "nowhere")])
    assert said.exit_code == 2
    assert "There is no desk" in said.output and said.output.count("\n") == 1
    assert not (tmp_path / "nowhere").exists()
