"""Does a run that cannot write lose nothing, say why, and finish when it can write again?"""

import json
import os
import sqlite3
import subprocess

import pytest
from fast_course import STUDENTS, UNIT, check_like

pytestmark = pytest.mark.slow

LONG = "def double(x):\n    return 2 * x\n\nfor _ in range(900):\n    print('x' * 900)"
"""An answer whose executed notebook is larger than all else in the course folder."""

SECOND_SAVING = ("autograder.engine.run.run", "Run.saved_together", 2)
"""Where a run stops for a moment: the first submission is saved, the long one comes next."""

FEW = STUDENTS[:3]
CHOSEN = [word for student in FEW for word in ("--student", student)]


def records(said):
    """The JSON lines of a run, by learner."""
    found = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    return {record["student"]: record for record in found}


@pytest.fixture(scope="module")
def long_one(pristine, tmp_path_factory):
    """The course with one submission that needs much room, before and after grading."""
    course = pristine.copy(tmp_path_factory.mktemp("long"))
    course.hand_in(FEW[1], LONG)
    graded = course.copy(tmp_path_factory.mktemp("long-graded"))
    assert graded.run(*CHOSEN)[0] == 0
    graded.expected = graded.all_of_it()
    return course, graded


def test_a_file_that_the_system_refuses_to_write(long_one, tmp_path):
    course, graded = long_one[0].copy(tmp_path), long_one[1]
    status, said = course.run(*CHOSEN, "--json", most_bytes=500_000)
    found = records(said)
    assert status == 1, said
    assert "Traceback" not in said
    assert [found[student]["status"] for student in FEW] == ["graded", "ungradable", "graded"]
    assert "File too large" in found[FEW[1]]["problem"]
    assert FEW[1] not in course.grades()
    assert FEW[1] not in course.folders(UNIT)
    assert course.unfinished() == []
    assert course.run(*CHOSEN)[0] == 0
    check_like(course, graded)


@pytest.fixture
def small_disk(tmp_path):
    """Mounts a file system of a few hundred kilobytes."""
    mounted = []

    def mount(folder, kilobytes):
        folder.mkdir()
        words = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
        subprocess.run(words, check=True)
        mounted.append(folder)

    yield mount
    for folder in mounted:
        subprocess.run(["umount", str(folder)], check=True)


# The same for everybody is the test above; only root can mount.
@pytest.mark.parametrize("where", ["autograded"] if os.geteuid() == 0 else [])
def test_a_disk_that_is_full(long_one, tmp_path, small_disk, where):
    course, graded = long_one[0].copy(tmp_path), long_one[1]
    small_disk(course.root / where, 300)
    status, said = course.run(*CHOSEN, "--json")
    found = records(said)
    assert status == 1, said
    assert "Traceback" not in said
    assert [found[student]["status"] for student in FEW] == ["graded", "ungradable", "graded"]
    assert "No space left on device" in found[FEW[1]]["problem"]
    assert FEW[1] not in course.grades()
    assert course.unfinished() == []
    subprocess.run(
        ["mount", "-o", "remount,size=64m", str(course.root / where)],
        check=True,
    )
    assert course.run(*CHOSEN)[0] == 0
    check_like(course, graded)


def lock(course):
    """Keep everybody else from the gradebook."""
    connection = sqlite3.connect(course.root / "gradebook.db", timeout=60, isolation_level=None)
    connection.execute("begin exclusive")
    return connection


def test_a_gradebook_that_is_locked_during_the_run(long_one, tmp_path):
    course, graded = long_one[0].copy(tmp_path), long_one[1]
    pid = course.start("--jobs", "1", "--json", *CHOSEN, stops_at=SECOND_SAVING)
    with course.commands.stopped(pid):
        holder = lock(course)
    status = course.commands.status()
    course.commands.check_alone()
    holder.rollback()
    holder.close()
    said = course.commands.printed(course.root)
    found = records(said)
    assert status == 1, said
    assert "Traceback" not in said
    assert [found[student]["status"] for student in FEW] == ["graded", "ungradable", "ungradable"]
    assert "database is locked" in found[FEW[2]]["problem"]
    assert list(course.grades()) == list(course.folders(UNIT)) == FEW[:1]
    assert course.unfinished() == []
    assert course.run(*CHOSEN)[0] == 0
    check_like(course, graded)


def test_a_gradebook_that_is_locked_before_the_run(long_one, tmp_path):
    course, graded = long_one[0].copy(tmp_path), long_one[1]
    holder = lock(course)
    status, said = course.run(*CHOSEN)
    holder.rollback()
    holder.close()
    assert status == 2, said
    assert "Traceback" not in said
    assert "database is locked" in said
    assert course.folders(UNIT) == {}
    assert course.run(*CHOSEN)[0] == 0
    check_like(course, graded)


def test_a_gradebook_that_is_locked_for_a_moment(long_one, tmp_path):
    """Is it waited for?"""
    course, graded = long_one[0].copy(tmp_path), long_one[1]
    pid = course.start("--jobs", "1", *CHOSEN, "--json", stops_at=SECOND_SAVING)
    with course.commands.stopped(pid):
        holder = lock(course)
    assert course.commands.status(2) is None, "nothing had to wait"
    holder.rollback()
    holder.close()
    status = course.commands.status()
    course.commands.check_alone()
    assert status == 0, course.commands.printed(course.root)
    assert sorted(course.folders(UNIT)) == FEW
    assert course.run(*CHOSEN)[0] == 0
    check_like(course, graded)


def test_a_place_that_may_not_be_written(long_one, tmp_path):
    """A file where the folder of the graded submissions should be."""
    graded = long_one[1]
    course = graded.copy(tmp_path)
    shelf = course.root / "autograded" / FEW[0]
    shelf.rename(course.root / "kept")
    shelf.write_text("in the way")
    status, said = course.run("--student", FEW[0], "--student", FEW[1], "--json")
    found = records(said)
    assert status == 1, said
    assert (found[FEW[0]]["status"], found[FEW[1]]["status"]) == ("ungradable", "graded")
    assert course.grades() == graded.expected[1]
    shelf.unlink()
    (course.root / "kept").rename(shelf)
    assert (shelf / UNIT).is_dir()
    assert course.run(*CHOSEN)[0] == 0
    check_like(course, graded)
