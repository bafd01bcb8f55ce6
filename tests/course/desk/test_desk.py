"""Is the desk laid once, never overwritten, and is nothing of the learner's ever lost?"""

import errno
import itertools
import os
import tempfile
from datetime import datetime

import pytest

from course.desk.desk import Desk, Laid
from course.desk.released import CourseError, Unit, released_units

NOW = datetime(2025, 11, 20, 9, 30, 15)
WORK = b"hours of work"


@pytest.fixture
def desk(tmp_path):
    """A desk that is not made yet."""
    return Desk(tmp_path / "new" / "desk")


def files(folder):
    """All files below a folder and their bytes, without the course's own."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".course" not in path.parts
    }


def names(laid):
    """What opening the desk did, by the names of the sittings."""
    found = {
        key: [each.name for each in getattr(laid, key)] for key in ("new", "put_back", "newer")
    }
    found["beside"] = laid.beside
    return {key: value for key, value in found.items() if value}


def run_until(step, error, action):
    """Run with a disk that fails from the given call on; None if that was too late, else why."""
    calls = itertools.count()

    def counted(original):
        def call(*args, **kwargs):
            if next(calls) >= step:
                raise error
            return original(*args, **kwargs)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in ("fsync", "link", "rename", "replace", "mkdir"):
            patch.setattr(os, name, counted(getattr(os, name)))
        try:
            action()
        except CourseError as told:
            return told.message
        except KeyboardInterrupt:
            return "killed"
    return None


FAILURES = [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), KeyboardInterrupt()]
failures = pytest.mark.parametrize("error", FAILURES, ids=["full disk", "killed"])


def test_the_first_opening_lays_every_unit(desk, release):
    """Is the desk made, with exact copies that can be written to?"""
    assert names(desk.lay(released_units(release))) == {
        "new": ["00_start_here", "02_forward_propagation"]
    }
    assert files(desk.folder) == files(release)
    assert os.access(desk.folder / "00_start_here" / "00_start_here.ipynb", os.W_OK)


def test_a_second_opening_changes_nothing(desk, release):
    """Is an edited notebook left alone, and nothing announced without a newer release?"""
    desk.lay(released_units(release))
    notebook = desk.folder / "00_start_here" / "00_start_here.ipynb"
    notebook.write_bytes(WORK)
    before = files(desk.folder)
    assert desk.lay(released_units(release)) == Laid()
    assert files(desk.folder) == before


def test_a_newer_release_is_announced_until_it_is_laid(desk, release, write_unit):
    """Is a newer release told each time, forced never, and silent once it is laid?"""
    desk.lay(released_units(release))
    before = files(desk.folder)
    write_unit("02_forward_propagation", "second release")
    for _ in range(2):
        assert names(desk.lay(released_units(release))) == {"newer": ["02_forward_propagation"]}
        assert files(desk.folder) == before
    desk.reset(Unit(release / "02_forward_propagation").sittings)
    assert desk.lay(released_units(release)).newer == []


def test_a_unit_released_later_is_laid(desk, release, write_unit):
    """Does a desk from an older course get the units it lacks?"""
    desk.lay(released_units(release))
    write_unit("03_activation_functions")
    assert names(desk.lay(released_units(release))) == {"new": ["03_activation_functions"]}


def test_a_deleted_notebook_is_laid_again_and_its_neighbours_stay(desk, release):
    """Does a learner who deleted or renamed the notebook find a fresh one beside the rest?"""
    desk.lay(released_units(release))
    folder = desk.folder / "00_start_here"
    (folder / "00_start_here.ipynb").rename(folder / "mine.ipynb")
    (folder / "network.svg").write_bytes(WORK)
    assert names(desk.lay(released_units(release))) == {"put_back": ["00_start_here"]}
    assert (folder / "network.svg").read_bytes() == WORK
    assert (folder / "mine.ipynb").read_bytes() == (folder / "00_start_here.ipynb").read_bytes()


def test_a_deleted_picture_is_not_missed_while_the_notebook_is_there(desk, release):
    """Is a unit whose notebook is there left as the learner left it?"""
    desk.lay(released_units(release))
    (desk.folder / "00_start_here" / "network.svg").unlink()
    assert desk.lay(released_units(release)).put_back == []
    assert not (desk.folder / "00_start_here" / "network.svg").exists()


@pytest.mark.parametrize("content", [None, b"", b"{", b"3"])
def test_without_its_record_the_desk_takes_the_present_release_as_laid(
    desk, release, write_unit, content
):
    """Does a lost or damaged record cost nothing but one announcement?"""
    desk.lay(released_units(release))
    record = desk.own / "laid.json"
    record.unlink() if content is None else record.write_bytes(content)
    before = files(desk.folder)
    assert desk.lay(released_units(release)) == Laid()
    assert files(desk.folder) == before
    write_unit("00_start_here", "second release")
    assert names(desk.lay(released_units(release))) == {"newer": ["00_start_here"]}


def test_a_broken_release_stops_before_anything_is_laid(desk, release):
    """Is a damaged installation told, with no half-laid desk left behind?"""
    (release / "02_forward_propagation" / "02_forward_propagation.ipynb").write_text("{")
    with pytest.raises(CourseError, match="is damaged"):
        desk.lay(released_units(release))
    assert not desk.folder.exists()


def test_reset_keeps_the_old_work_under_a_dated_name(desk, release):
    """Is everything in the unit's folder kept, and the unit fresh afterwards?"""
    unit = Unit(release / "00_start_here")
    desk.lay([unit])
    (desk.folder / "00_start_here" / "00_start_here.ipynb").write_bytes(WORK)
    (desk.folder / "00_start_here" / "scratch.txt").write_bytes(WORK)
    kept = desk.reset(unit.sittings, NOW)
    assert kept == desk.folder / "00_start_here_kept_2025-11-20_093015"
    assert (kept / "00_start_here.ipynb").read_bytes() == WORK
    assert (kept / "scratch.txt").read_bytes() == WORK
    assert files(desk.folder / "00_start_here") == files(unit.folder)


def test_resets_in_the_same_second_lose_nothing(desk, release):
    """Does each reset find a name of its own?"""
    unit = Unit(release / "00_start_here")
    desk.lay([unit])
    for count in range(3):
        (desk.folder / "00_start_here" / "00_start_here.ipynb").write_bytes(b"%d" % count)
        kept = desk.reset(unit.sittings, NOW)
        assert (kept / "00_start_here.ipynb").read_bytes() == b"%d" % count
    assert len(list(desk.folder.glob("00_start_here_kept_*"))) == 3


def test_a_name_taken_in_the_same_moment_is_passed_over(desk, release, monkeypatch):
    """Is work that another reset keeps between our look and our move left alone?"""
    unit = Unit(release / "00_start_here")
    desk.lay([unit])
    rival = desk.folder / "00_start_here_kept_2025-11-20_093015"
    rival.mkdir()
    (rival / "work").write_bytes(WORK)
    real, answers = os.path.lexists, iter([False])
    monkeypatch.setattr(
        os.path, "lexists", lambda path: (path != rival or next(answers, True)) and real(path)
    )
    assert desk.reset(unit.sittings, NOW).name == f"{rival.name}_2"
    assert (rival / "work").read_bytes() == WORK


def test_reset_of_a_unit_that_is_not_on_the_desk_lays_it(desk, release):
    """Is there nothing to keep, and nothing to complain about?"""
    desk.folder.mkdir(parents=True)
    assert desk.reset(Unit(release / "00_start_here").sittings) is None
    assert files(desk.folder / "00_start_here") == files(release / "00_start_here")


def test_reset_without_a_desk_makes_none(desk, release):
    """Is a mistyped desk told instead of made?"""
    with pytest.raises(CourseError, match=r"There is no desk at .*course lab.*--desk"):
        desk.reset(Unit(release / "00_start_here").sittings)
    assert not desk.folder.exists()


@failures
def test_laying_that_fails_at_any_step_is_made_good_at_the_next_start(tmp_path, release, error):
    """Is the desk complete after a second start, and what the learner had there untouched?"""
    for step in itertools.count():
        desk = Desk(tmp_path / f"desk{step}")
        desk.lay([Unit(release / "00_start_here")])
        (desk.folder / "00_start_here" / "00_start_here.ipynb").write_bytes(WORK)
        why = run_until(step, error, lambda: desk.lay(released_units(release)))  # noqa: B023
        if why is None:
            break
        assert why == "killed" or f"{desk.folder} cannot be written (No space left" in why
        expected = {**files(release), "00_start_here/00_start_here.ipynb": WORK}
        assert files(desk.folder).items() <= expected.items()
        assert desk.lay(released_units(release)).newer == []
        assert files(desk.folder) == expected
    assert step > 6


@failures
def test_a_reset_that_fails_at_any_step_loses_nothing(tmp_path, release, error):
    """Is the old work on the desk after each failure, and the unit complete at the next start?"""
    unit = Unit(release / "00_start_here")
    for step in itertools.count():
        desk = Desk(tmp_path / f"desk{step}")
        desk.lay([unit])
        notebook = desk.folder / unit.sittings[0].path
        notebook.write_bytes(WORK)
        why = run_until(step, error, lambda: desk.reset(unit.sittings, NOW))  # noqa: B023
        if why is None:
            break
        moved = not notebook.exists() or notebook.read_bytes() != WORK
        assert why == "killed" or ("is safe in" in why) == moved
        assert WORK in files(desk.folder).values()
        desk.lay([unit])
        assert WORK in files(desk.folder).values()
        assert notebook.exists()
    assert step > 6


def test_disks_without_hard_links_get_the_units_too(desk, release, monkeypatch):
    """Does laying work where linking is not possible, still without overwriting?"""

    def refuse(source, target):
        raise OSError(errno.EPERM, os.strerror(errno.EPERM), source)

    monkeypatch.setattr(os, "link", refuse)
    (desk.folder / "00_start_here").mkdir(parents=True)
    (desk.folder / "00_start_here" / "network.svg").write_bytes(WORK)
    desk.lay(released_units(release))
    assert files(desk.folder) == {**files(release), "00_start_here/network.svg": WORK}


def test_a_notebook_that_another_start_lays_in_the_same_moment_stays(desk, release, monkeypatch):
    """Is what appears between our look and our move left alone?"""
    real = os.link

    def late(source, target):
        if target.suffix == ".ipynb":
            target.write_bytes(WORK)
        real(source, target)

    monkeypatch.setattr(os, "link", late)
    desk.lay([Unit(release / "00_start_here")])
    assert (desk.folder / "00_start_here" / "00_start_here.ipynb").read_bytes() == WORK


@pytest.mark.parametrize("below", ["", "deeper/desk"])
def test_a_desk_that_is_a_file_is_told(tmp_path, release, below):
    """Is the file in the way named, and left as it is?"""
    (tmp_path / "essay").write_bytes(WORK)
    with pytest.raises(CourseError, match="essay is a file: choose another folder with --desk"):
        Desk(tmp_path / "essay" / below).lay(released_units(release))
    assert (tmp_path / "essay").read_bytes() == WORK


def test_a_file_in_a_units_place_is_told(desk, release):
    """Is a file that has a unit's name refused by name, and left as it is?"""
    desk.folder.mkdir(parents=True)
    (desk.folder / "02_forward_propagation").write_bytes(WORK)
    with pytest.raises(CourseError, match="02_forward_propagation, but a file is there: rename"):
        desk.lay(released_units(release))
    assert (desk.folder / "02_forward_propagation").read_bytes() == WORK


def test_a_desk_that_may_not_be_written_is_told(desk, release, monkeypatch):
    """Is a folder without write permission told, even when all units are on it?"""
    desk.lay(released_units(release))

    def refuse(dir):  # chmod would not stop root, who runs the tests in many a container
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), dir)

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    with pytest.raises(CourseError, match=r"cannot be written \(Permission denied: .*--desk"):
        desk.lay(released_units(release))


def test_a_home_folder_may_be_written_as_a_tilde(monkeypatch, tmp_path):
    """Does the desk follow the home folder, and spell commands for itself?"""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    usual = Desk("~/neural-networks")
    assert usual.folder == tmp_path.resolve() / "neural-networks"
    assert usual.command("reset", "02_a") == "course reset 02_a"
    other = Desk(tmp_path / "my desk")
    assert other.command("reset", "02_a") == f'course reset 02_a --desk "{other.folder}"'
