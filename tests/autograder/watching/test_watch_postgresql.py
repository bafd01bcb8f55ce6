"""Do several watches of one course with a gradebook in PostgreSQL share no work twice?"""

import os
import signal

import pytest
from postgres_course import SETTING, until
from warm_commands import WarmCommands
from watched_course import RIGHT, UNIT, WRONG, WatchedCourse

pytest_plugins = ["postgres_server"]
pytestmark = pytest.mark.slow


@pytest.fixture
def course(postgres, commands, tmp_path):
    """A course that is ready to be watched."""
    url = postgres.new()
    made = WatchedCourse.new(tmp_path / "watched", commands, SETTING.format(url))
    made.url = url
    made.try_tests()
    return made


@pytest.fixture
def beside(course, tmp_path):
    """Another watch of the same course, as on another machine: it does not end by itself."""
    folder = tmp_path / "beside" / "folder"
    folder.mkdir(parents=True)
    others = WarmCommands()
    pid = others.start(folder, "autograder", "watch", UNIT, f"--course-dir={course.root}")
    yield lambda: others.printed(folder)
    os.kill(pid, signal.SIGTERM)
    assert others.status() == 0
    others.check_alone()
    others.close()


def test_one_watch_works_and_the_next_takes_over(course, postgres, request):
    pid = course.start(UNIT)
    said = request.getfixturevalue("beside")
    until(lambda: f"`autograder watch` (process {pid}) on " in said())
    first = course.send("ana", WRONG)
    course.wait(first.has_feedback)
    # The connection is lost: the first to come back works, and it may be either.
    assert postgres.cut(course.url) >= 2
    course.wait(lambda: "The connection to the gradebook" in course.said())
    second = course.send("ben", RIGHT)
    course.wait(second.has_feedback)
    os.kill(pid, signal.SIGKILL)
    assert course.commands.status() == -signal.SIGKILL
    course.commands.check_alone()
    until(lambda: "Watching u in" in said())
    third = course.send("ana", RIGHT)
    until(third.has_feedback)
    everything = course.said() + said()
    assert [everything.count(f"u {name}: graded") for name in ("ana", "ben")] == [2, 1]
    assert "Traceback" not in everything
