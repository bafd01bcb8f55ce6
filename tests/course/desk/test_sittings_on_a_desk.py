"""A unit of several notebooks on a desk: laid, counted and begun anew, each sitting by itself."""

import errno
import itertools
import json
import os
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt
from test_desk import NOW, WORK, files, run_until
from test_progress import ANSWER, STUB, cell

from course.cli import main
from course.desk.desk import Desk
from course.desk.exchange import own_exchange
from course.desk.lab import tell
from course.desk.progress import as_text, next_step, where
from course.desk.progress_page import as_page
from course.desk.released import Unit
from course.desk.states import look

NAME = "03_activation"
FIRST, SECOND = SITTINGS = ["03a_relu", "03b_squashing"]
SENT = "2026-11-20 16:05:12.123456 UTC"
LATER = "2026-11-20 16:25:00.000000 UTC"


def sitting(title, name, answer=STUB):
    """A notebook of one exercise for three points."""
    laid = "# Hidden tests run here when your work is graded."
    return [
        cell("markdown", f"# {title}"),
        cell("markdown", f"### Exercise: {name} (3 points)"),
        cell("code", answer, name, solution=True),
        cell("code", f"assert {name}(1)", f"{name}_visible", grade=True, points=1),
        cell("code", laid, f"{name}_hidden", grade=True, points=2),
    ]


def write(path, *cells):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"cells": [*cells]}))


@pytest.fixture
def unit(tmp_path):
    """A released unit of two sittings."""
    folder = tmp_path / "release" / NAME
    write(folder / f"{FIRST}.ipynb", *sitting("03a: One half", "relu"))
    write(folder / f"{SECOND}.ipynb", *sitting("03b: Squash | it", "tanh"))
    (folder / "network.svg").write_text("<svg/>")
    return Unit(folder)


@pytest.fixture
def desk(tmp_path, unit):
    desk = Desk(tmp_path / "desk")
    desk.lay([unit])
    return desk


@pytest.fixture
def old_desk(tmp_path):
    """A desk of the last release: one notebook for the unit, solved and graded."""
    desk = Desk(tmp_path / "desk")
    desk.own.mkdir(parents=True)
    (desk.own / "laid.json").write_text(json.dumps({NAME: "the hash of an older release"}))
    both = solved("relu") + solved("tanh")
    path = desk.folder / NAME / f"{NAME}.ipynb"
    write(path, *both)
    os.utime(path, (datetime(2026, 11, 20, 16, tzinfo=UTC).timestamp(),) * 2)
    feedback(desk, SENT, **{NAME: ["relu", "tanh"]})
    return desk


def solved(name):
    cells = sitting("", name, ANSWER)
    cells[3]["execution_count"] = 1
    return cells


def solve(desk, notebook, name, when=None):
    path = desk.folder / NAME / f"{notebook}.ipynb"
    write(path, *solved(name))
    if when:
        os.utime(path, (when.timestamp(), when.timestamp()))


def feedback(desk, stamp, begun=True, **books):
    """Lay the pages of one attempt: notebook -> its exercises, all right or not begun."""
    for book, names in books.items():
        path = desk.folder / NAME / "feedback" / stamp / f"{book}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        said = ("passed, 1 of 1", "passed, 2 of 2") if begun else ("not begun, 0 of 1",) * 2
        path.write_text(
            "".join(
                f'<section aria-label="Test {name}_{kind}"><p class="label">{points} points</p>'
                "</section>"
                for name in names
                for kind, points in zip(("visible", "hidden"), said, strict=True)
            )
        )


def test_a_notebook_that_is_missing_is_laid_again_alone(desk, unit):
    (desk.folder / NAME / f"{SECOND}.ipynb").unlink()
    (desk.folder / NAME / f"{FIRST}.ipynb").write_bytes(WORK)
    laid = desk.lay([unit])
    assert laid.put_back == unit.sittings[1:] and not laid.new
    assert files(desk.folder) == {**files(unit.folder.parent), f"{NAME}/{FIRST}.ipynb": WORK}


def test_a_sitting_that_is_added_or_mended_is_told_alone(desk, unit):
    write(unit.folder / "03c_more.ipynb", *sitting("More", "more"))
    write(unit.folder / f"{SECOND}.ipynb", *sitting("Mended", "tanh"))
    later = Unit(unit.folder)
    laid = desk.lay([later])
    assert (laid.new, laid.newer) == (later.sittings[2:], later.sittings[1:2])
    desk.reset(later.sittings[1:2])
    assert desk.lay([Unit(unit.folder)]).newer == []


def test_a_desk_of_the_last_release_loses_nothing(old_desk, unit):
    """Do the sittings lie beside the old notebook, is it said once, and do its points stay?"""
    before = files(old_desk.folder)
    laid = old_desk.lay([unit])
    assert files(old_desk.folder) == {**before, **files(unit.folder.parent)}
    (said,) = [
        line for line in tell(old_desk, laid, own_exchange(old_desk)) if "Newer notebooks" in line
    ]
    assert said.startswith(f"Newer notebooks now lie beside {NAME}/{NAME}.ipynb: what you did")
    assert not old_desk.lay([unit]).beside
    (found,) = look(old_desk, [unit])
    assert [state.words for state in found.states] == [f"done in {NAME}.ipynb"] * 2
    assert found.earned == 6
    assert next_step([found]) == "You have done every exercise of the course."


def test_a_newer_sitting_counts_as_soon_as_it_is_begun(old_desk, unit):
    """Does work on the new notebook count, and the rest by the old one, also after handing in?"""
    old_desk.lay([unit])
    solve(old_desk, FIRST, "relu")
    (found,) = look(old_desk, [unit])
    assert [state.words for state in found.states] == ["", f"done in {NAME}.ipynb"]
    feedback(old_desk, LATER, **{FIRST: ["relu"]})
    feedback(old_desk, LATER, begun=False, **{SECOND: ["tanh"]})
    (found,) = look(old_desk, [unit])
    assert (found.earned, [state.rank for state in found.states]) == (6, ["done", "done"])


def test_what_was_begun_in_the_old_notebook_is_said(old_desk, unit):
    write(old_desk.folder / NAME / f"{NAME}.ipynb", *sitting("", "relu", ANSWER))
    (old_desk.folder / NAME / "feedback" / SENT / f"{NAME}.html").unlink()
    old_desk.lay([unit])
    (found,) = look(old_desk, [unit])
    assert [state.words for state in found.states] == [f"open; begun in {NAME}.ipynb", "open"]
    assert next_step([found]) == f"Open {FIRST} and do Exercise: relu."


def test_reset_of_one_sitting_keeps_it_and_leaves_the_others(desk, unit):
    folder = desk.folder / NAME
    (folder / f"{FIRST}.ipynb").write_bytes(b"other work")
    (folder / f"{SECOND}.ipynb").write_bytes(WORK)
    (folder / "notes.txt").write_bytes(WORK)
    kept = desk.reset(unit.sittings[1:], NOW)
    assert kept == desk.folder / "03b_squashing_kept_2025-11-20_093015"
    assert files(kept) == {f"{SECOND}.ipynb": WORK}
    fresh = (unit.folder / f"{SECOND}.ipynb").read_bytes()
    assert (folder / f"{SECOND}.ipynb").read_bytes() == fresh
    assert (folder / f"{FIRST}.ipynb").read_bytes() == b"other work"
    assert (folder / "notes.txt").read_bytes() == WORK
    assert desk.reset(unit.sittings[1:], NOW) is None, "there was nothing to keep"


def test_resets_of_a_sitting_in_the_same_second_lose_nothing(desk, unit):
    for count in range(3):
        (desk.folder / NAME / f"{SECOND}.ipynb").write_bytes(b"%d" % count)
        kept = desk.reset(unit.sittings[1:], NOW)
        assert files(kept) == {f"{SECOND}.ipynb": b"%d" % count}


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), KeyboardInterrupt()]
)
def test_a_reset_of_a_sitting_that_fails_at_any_step_loses_nothing(tmp_path, unit, error):
    for step in itertools.count():
        desk = Desk(tmp_path / f"desk{step}")
        desk.lay([unit])
        notebook = desk.folder / NAME / f"{SECOND}.ipynb"
        notebook.write_bytes(WORK)
        why = run_until(step, error, lambda: desk.reset(unit.sittings[1:], NOW))  # noqa: B023
        if why is None:
            break
        assert WORK in files(desk.folder).values()
        desk.lay([unit])
        assert WORK in files(desk.folder).values() and notebook.exists()
    assert step > 6


def test_the_command_begins_a_sitting_anew(desk, unit, monkeypatch):
    monkeypatch.setattr("course.desk.reset.released_folder", lambda: unit.folder.parent)
    (desk.folder / NAME / f"{SECOND}.ipynb").write_bytes(WORK)
    said = CliRunner().invoke(main, ["reset", "03b", "--desk", str(desk.folder)]).output
    assert f"Your work is kept in {desk.folder / SECOND}_kept_" in said
    assert f"A fresh copy of {SECOND} is laid" in said


def test_progress_has_a_line_for_each_sitting_and_their_sum(desk, unit):
    solve(desk, FIRST, "relu")
    feedback(desk, SENT, **{FIRST: ["relu"]})
    found = look(desk, [unit])
    said = as_text(found).splitlines()
    assert said[:2] == [f"{NAME}: 3 of 6 points", f"  {FIRST}: 3 of 3 points"]
    assert f"  {SECOND}: 0 of 3 points" in said
    assert said[-1] == f"Next: Open {SECOND} and do Exercise: tanh."
    page = as_page(found)
    html = MarkdownIt("commonmark").enable("table").render(page)
    assert "<td><strong>Unit 03: Activation</strong></td>\n<td>3 of 6</td>\n<td>1 of 2</td>" in html
    assert f'<td><a href="{NAME}/{FIRST}.ipynb">03a: One half</a></td>\n<td>3 of 3</td>' in html
    assert f'<a href="{NAME}/{SECOND}.ipynb">03b: Squash | it</a></td>' in html
    assert f'<strong>Next:</strong> Open <a href="{NAME}/{SECOND}.ipynb">{SECOND}</a>' in html
    assert f"Read the latest feedback for {FIRST}</a>" in html
    assert f"feedback for {SECOND}" not in html


def test_a_sitting_that_is_ready_is_handed_in_before_the_next_is_begun(desk, unit):
    solve(desk, FIRST, "relu")
    step = next_step(look(desk, [unit]))
    assert step.startswith(f"Save {FIRST} and hand {NAME} in (menu Nbgrader")


def test_a_sitting_that_was_handed_in_untouched_is_open_and_not_wrong(desk, unit):
    """Is what a learner does afterwards to be handed in, and not called a mistake?"""
    feedback(desk, SENT, **{FIRST: ["relu"]})
    feedback(desk, SENT, begun=False, **{SECOND: ["tanh"]})
    (found,) = look(desk, [unit])
    assert found.states[1].words == "open"
    solve(desk, SECOND, "tanh")
    (found,) = look(desk, [unit])
    assert found.states[1].words == "hand in the unit to have it graded"


def test_a_renamed_sitting_is_told_and_the_others_count(desk, unit):
    solve(desk, FIRST, "relu")
    folder = desk.folder / NAME
    (folder / f"{SECOND}.ipynb").rename(folder / "mine.ipynb")
    (found,) = look(desk, [unit])
    assert found.sittings[1].trouble == (
        f"{SECOND}.ipynb is not on the desk: was it renamed? In its folder lies mine.ipynb. "
        f'`course reset 03b --desk "{desk.folder}"` lays a fresh copy.'
    )
    assert found.sittings[1].trouble in as_text([found])
    assert found.earned == 1


def test_the_desk_opens_where_the_learner_was(desk, unit):
    """The first sitting at first; then the one saved last, or, if that is done, the next."""
    assert where(desk, [unit]).name == FIRST
    solve(desk, SECOND, "tanh", datetime(2026, 11, 20, 15, tzinfo=UTC))
    assert where(desk, [unit]).name == SECOND
    solve(desk, FIRST, "relu", datetime(2026, 11, 20, 16, tzinfo=UTC))
    assert where(desk, [unit]).name == FIRST
    feedback(desk, SENT, **{FIRST: ["relu"]})
    assert where(desk, [unit]).name == SECOND
    (desk.folder / NAME / f"{SECOND}.ipynb").write_text("{")
    assert where(desk, [unit]).name == FIRST
