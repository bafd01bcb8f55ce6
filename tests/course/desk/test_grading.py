"""Is the course folder behind a desk prepared once, whole, and for this desk only?"""

import json
import os

import pytest

from course.desk.desk import Desk
from course.desk.exchange import lay_exchange, own_exchange
from course.desk.grading import CONFIG, prepare, prepared_folder, solved_units
from course.desk.released import CourseError, Unit, released_folder


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "desk")
    desk.own.mkdir(parents=True)
    return desk


@pytest.fixture
def files():
    """What grading needs of one unit."""
    name = "source/00_start_here/00a_first_steps.ipynb"
    found = solved_units()
    return {name: found[name], CONFIG: found[CONFIG]}


def test_the_solved_units_are_all_there():
    found = solved_units()
    names = {path.parent.name for path in released_folder().glob("*/*.ipynb")}
    assert {path.split("/")[1] for path in found if path != CONFIG} == names
    assert b"BEGIN HIDDEN TESTS" in found["source/00_start_here/00a_first_steps.ipynb"]


def test_a_release_is_prepared_once_and_knows_nothing_of_the_users_own_courses(
    desk, files, monkeypatch, tmp_path
):
    """Is the gradebook in the desk, even for somebody whose settings name another one?"""
    settings = tmp_path / "user"
    settings.mkdir()
    other = tmp_path / "other.db"
    (settings / "nbgrader_config.py").write_text(
        f"c = get_config()\nc.CourseDirectory.db_url = 'sqlite:///{other}'\n"
        "c.GenerateAssignment.preprocessors = []\n"
    )
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(settings))
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(settings))
    folder = prepare(desk.own, own_exchange(desk), files)
    assert folder == prepared_folder(desk.own, files)
    assert (folder / "gradebook.db").is_file() and not other.exists()
    released = folder / "release" / "00_start_here" / "00a_first_steps.ipynb"
    assert "HIDDEN TESTS" not in released.read_text()
    before = (folder / "gradebook.db").stat().st_mtime_ns
    assert prepare(desk.own, own_exchange(desk), files) == folder
    assert (folder / "gradebook.db").stat().st_mtime_ns == before
    assert not list(folder.parent.glob("preparing-*"))


def test_a_moved_desk_is_told_its_new_place(desk, files, tmp_path, monkeypatch):
    monkeypatch.setattr("course.desk.grading._generate", lambda folder, own: None)
    prepare(desk.own, own_exchange(desk), files)
    desk.folder.rename(tmp_path / "elsewhere")
    moved = Desk(tmp_path / "elsewhere")
    folder = prepare(moved.own, own_exchange(moved), files)
    assert str(moved.own / "exchange") in (folder / CONFIG).read_text()
    assert str(desk.folder) not in (folder / CONFIG).read_text()


def test_a_newer_release_gets_a_folder_of_its_own(desk, files, monkeypatch):
    monkeypatch.setattr("course.desk.grading._generate", lambda folder, own: None)
    old = prepare(desk.own, own_exchange(desk), files)
    files["source/00_start_here/00a_first_steps.ipynb"] += b"\n"
    assert prepare(desk.own, own_exchange(desk), files) != old
    assert old.is_dir()


def test_what_was_half_prepared_is_made_anew(desk, files, monkeypatch):
    """Does a computer that went off leave nothing that is taken for a course folder?"""

    def fail(folder, own):
        raise CourseError("No space left on device")

    monkeypatch.setattr("course.desk.grading._generate", fail)
    with pytest.raises(CourseError, match="No space"):
        prepare(desk.own, own_exchange(desk), files)
    left = desk.own / "grading" / "preparing-123"
    left.mkdir()
    monkeypatch.setattr("course.desk.grading._generate", lambda folder, own: None)
    assert prepare(desk.own, own_exchange(desk), files).is_dir()
    assert not left.exists()


def test_the_exchange_in_the_desk_holds_the_present_release(desk, tmp_path):
    """Is a newer release handed out there, and does what was handed in stay?"""
    unit = tmp_path / "release" / "00_a"
    unit.mkdir(parents=True)
    exchange = own_exchange(desk)
    for text in ("first", "second", "second"):
        (unit / "00_a.ipynb").write_text(json.dumps({"cells": [text]}))
        lay_exchange(exchange, [Unit(unit)])
        laid = exchange.root / "neural_networks" / "outbound" / "00_a" / "00_a.ipynb"
        assert json.loads(laid.read_text()) == {"cells": [text]}
        (exchange.inbound / text).mkdir(exist_ok=True)
    assert {path.name for path in exchange.inbound.iterdir()} == {"first", "second"}
    assert not list(exchange.root.glob("laying-*"))
    assert os.name == "nt" or exchange.root.stat().st_mode & 0o077 == 0
