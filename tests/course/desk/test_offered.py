"""In a class, is what the teacher has released the truth, and is no work lost when it changes?"""

import json
import shutil

import pytest
from click.testing import CliRunner

from course.cli import main
from course.desk.desk import Desk
from course.desk.offered import NOTHING_YET, offered_units
from course.jupyter import following

pytestmark = pytest.mark.usefixtures("started")


@pytest.fixture
def exchange(tmp_path):
    """A class's exchange, to which a teacher can release."""
    folder = tmp_path / "class exchange"
    (folder / "nn-2026" / "inbound").mkdir(parents=True)
    return folder.resolve()


@pytest.fixture
def give(exchange):
    """Release a unit to the class: notebooks by name, each with a heading."""

    def released(unit, **headings):
        folder = exchange / "nn-2026" / "outbound" / unit
        folder.mkdir(parents=True, exist_ok=True)
        for name, heading in headings.items():
            (folder / f"{name}.ipynb").write_text(notebook(heading))
        return folder

    return released


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path / "desk")


def notebook(heading):
    return json.dumps({"cells": [{"cell_type": "markdown", "source": f"# {heading}"}]})


def run(*words):
    result = CliRunner().invoke(main, [str(word) for word in words])
    return result.exit_code, result.output


def lab(desk, exchange=None):
    words = ["--exchange", exchange, "--course-id", "nn-2026"] if exchange else []
    status, said = run("lab", "--desk", desk.folder, *words)
    assert status == 0, said
    return said


def on(desk):
    return sorted(path.relative_to(desk.folder).as_posix() for path in desk.folder.glob("[!.]*/*"))


def test_a_new_desk_is_laid_from_the_class_also_what_only_the_teacher_has(desk, exchange, give):
    give("02_forward_propagation", a="Mended")
    give("project", idea="Your own project")
    lab(desk, exchange)
    assert on(desk) == ["02_forward_propagation/a.ipynb", "project/idea.ipynb"]
    assert "Mended" in (desk.folder / "02_forward_propagation" / "a.ipynb").read_text()
    _, said = run("progress", "--desk", desk.folder)
    assert "project: 0 of 0 points" in said and "00_start_here" not in said
    status, said = run("reset", "project", "--desk", desk.folder)
    assert status == 0 and "A fresh copy of project is laid" in said


def test_a_mended_release_keeps_the_work_and_offers_the_new_sitting(desk, exchange, give):
    give("02_line", a="First")
    lab(desk, exchange)
    mine = desk.folder / "02_line" / "a.ipynb"
    mine.write_text("hours of work")
    give("02_line", a="Mended", b="A new sitting")
    said = lab(desk)
    assert mine.read_text() == "hours of work"
    assert "A new sitting" in (desk.folder / "02_line" / "b.ipynb").read_text()
    assert "Laid on it: b." in said
    assert "There is a newer release of a: your work stays as it is, and `course reset a" in said


def test_reset_lays_what_the_class_has_now(desk, exchange, give):
    """Is a release that was mended while JupyterLab runs the one that `course reset` lays?"""
    give("02_line", a="First")
    lab(desk, exchange)
    (desk.folder / "02_line" / "a.ipynb").write_text("hours of work")
    give("02_line", a="Mended")
    status, _ = run("reset", "02_line", "--desk", desk.folder)
    assert status == 0
    assert "Mended" in (desk.folder / "02_line" / "a.ipynb").read_text()
    (kept,) = desk.folder.glob("02_line_kept_*/a.ipynb")
    assert kept.read_text() == "hours of work"


def test_while_the_exchange_is_away_the_last_release_counts(desk, exchange, give):
    give("02_line", a="First")
    lab(desk, exchange)
    shutil.rmtree(exchange)
    assert "cannot be reached" in lab(desk)
    _, said = run("progress", "--desk", desk.folder)
    assert said.startswith("02_line: 0 of 0 points")


def test_a_class_that_has_released_nothing_says_so(desk, exchange, started):
    assert NOTHING_YET in lab(desk, exchange)
    assert "--LabApp.default_url=/lab" in started[0].argv
    _, said = run("progress", "--desk", desk.folder)
    assert f"Next: {NOTHING_YET}" in said


def test_a_unit_that_is_half_written_is_told_and_the_others_are_laid(desk, exchange, give):
    give("01_line", a="Fine")
    (give("02_line") / "b.ipynb").write_text('{"cells": [')
    said = lab(desk, exchange)
    assert "02_line cannot be read in your class's exchange at present" in said
    assert "Laid on it: 01_line." in said
    assert on(desk) == ["01_line/a.ipynb"]


def test_a_withdrawn_unit_still_counts_for_who_has_it_and_for_no_one_else(desk, exchange, give):
    give("01_line", a="First")
    withdrawn = give("02_line", b="Second")
    lab(desk, exchange)
    shutil.rmtree(withdrawn)
    lab(desk)
    assert [unit.name for unit in offered_units(desk, exchange)] == ["01_line", "02_line"]
    shutil.rmtree(desk.folder / "02_line")
    lab(desk)
    assert [unit.name for unit in offered_units(desk, exchange)] == ["01_line"]


def test_who_leaves_the_class_or_changes_it_has_its_units_no_more(desk, exchange, give, tmp_path):
    give("02_line", a="First")
    lab(desk, exchange)
    run("lab", "--desk", desk.folder, "--course-id", "another")
    assert offered_units(desk, exchange) == []
    run("lab", "--desk", desk.folder, "--alone")
    names = [unit.name for unit in offered_units(desk, tmp_path / "release")]
    assert names == ["00_start_here", "02_forward_propagation"]


def test_when_a_unit_is_due_is_known_and_is_no_file_of_the_desk(desk, exchange, give):
    """And is a date that moves no newer release?"""
    due = give("02_line", a="First") / "due.json"
    due.write_text('{"due": "2026-11-30T22:59:00+00:00"}')
    lab(desk, exchange)
    (unit,) = offered_units(desk, exchange)
    assert unit.due.isoformat() == "2026-11-30T22:59:00+00:00"
    assert on(desk) == ["02_line/a.ipynb"]
    due.write_text('{"due": "2026-12-07T22:59:00+00:00"}')
    assert "newer release" not in lab(desk)
    (unit,) = offered_units(desk, exchange)
    assert unit.due.day == 7


@pytest.mark.parametrize("said", ["{", "[]", '{"due": 7}', '{"due": "soon"}'])
def test_a_due_date_that_cannot_be_read_is_none(desk, exchange, give, said):
    (give("02_line", a="First") / "due.json").write_text(said)
    lab(desk, exchange)
    (unit,) = offered_units(desk, exchange)
    assert unit.due is None


def test_a_release_is_followed_while_jupyterlab_runs(desk, exchange, give, monkeypatch):
    monkeypatch.setattr(following, "LOOKING", 0)
    monkeypatch.setattr(following, "SHARE", 0)
    give("02_line", a="First")
    lab(desk, exchange)
    home = following.Following(desk, lambda: offered_units(desk, exchange))
    assert home.news() == []
    mine = desk.folder / "02_line" / "a.ipynb"
    renamed = mine.rename(mine.with_name("mine.ipynb"))
    give("03_bend", c="New")
    assert home.news() == []
    assert on(desk) == [
        "02_line/mine.ipynb",
        "03_bend/c.ipynb",
    ]  # nothing is laid anew
    renamed.rename(mine)
    give("02_line", a="Mended")
    (said,) = home.news()
    assert said.startswith("There is a newer release of 02_line: your work stays as it is")
    assert "First" in mine.read_text()
    exchange.rename(exchange.with_name("away"))
    assert "cannot be reached" in home.news()[0]
