"""Is a run that was stopped, at whatever moment, as good as done by running it again?

Each time: what is there right after the stop is whole, all of it or nothing, and after the rerun
everything is as if nothing had happened.
"""

import contextlib
import itertools
import os
import random
import signal
import time

import pytest
from fast_course import STUDENTS, UNIT, check_like

pytestmark = pytest.mark.slow

KILLS = 25
INTERRUPTS = 6
"""For each number of jobs."""

START = 0.2
"""The share of a whole run that it takes until the first submission is run."""


def check_partly_like(course, whole):
    """Is what there is already as it will be? Return how many learners have their folder."""
    _, grades, folders = whole.expected
    for student, rows in course.grades().items():
        assert rows == grades[student]
    found = course.folders(UNIT)
    for student, content in found.items():
        assert content == folders[student]
    return len(found)


def stopped(course, seconds, jobs, stop):
    """Run until a moment; return the exit status of the stopped run, None if it ended before."""
    pid = course.start("--jobs", str(jobs))
    status = course.commands.status(seconds)
    if status is None:
        with contextlib.suppress(ProcessLookupError):  # it ended at this moment
            stop(pid)
        status = course.commands.status(30)
        assert status is not None, "the run goes on"
        status = status or None  # it had ended just before
    else:
        assert status == 0, course.commands.printed(course.root)
        status = None
    course.commands.check_alone()
    return status


def stop_often(pristine, whole, folder, jobs, stop, times):
    """Stop runs at random moments; yield the exit status of each, and how much had been done.

    A run goes on with what the one before has left, until one is done before its moment comes. The
    moment lies in the time that what is left will take: most would come too late otherwise.
    """
    moments = random.Random(jobs)
    began = time.monotonic()
    assert pristine.copy(folder / "measured").run("--jobs", str(jobs))[0] == 0
    most = time.monotonic() - began
    courses = (pristine.copy(folder / str(number)) for number in itertools.count())
    course, count, left = next(courses), 0, 1.0
    while count < times:
        rest = most * (START + (1 - START) * left)
        status = stopped(course, moments.uniform(0, rest), jobs, stop)
        if status is None:
            check_like(course, whole)
            course, left = next(courses), 1.0
        else:
            count += 1
            done = check_partly_like(course, whole)
            left = 1 - done / len(STUDENTS)
            yield status, done, course
    assert course.run("--jobs", str(jobs))[0] == 0
    check_like(course, whole)


@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_at_random_moments(pristine, whole, tmp_path, jobs):
    def kill(pid):
        os.kill(pid, signal.SIGKILL)

    found = list(stop_often(pristine, whole, tmp_path, jobs, kill, KILLS))
    assert {status for status, *_ in found} == {-signal.SIGKILL}
    # Else the moments would say nothing of a run in its middle.
    assert any(0 < done < len(STUDENTS) for _, done, _ in found)


@pytest.mark.parametrize("jobs", [1, 2])
def test_interrupted_at_random_moments(pristine, whole, tmp_path, jobs):
    """Ctrl-C reaches every process of the terminal's group."""

    def interrupt(pid):
        os.killpg(pid, signal.SIGINT)

    stops = stop_often(pristine, whole, tmp_path, jobs, interrupt, INTERRUPTS)
    for status, _, course in stops:
        said = course.commands.printed(course.root)
        assert status in (1, 130), said
        assert "Traceback" not in said and "Error" not in said, said
        assert course.unfinished() == []


# The saver's own steps for the first submission of a run, each killed just before it happens.
STEPS = [
    ("autograder.engine.gradebook.saving", "as_text", 1),  # the other files are written
    ("sqlalchemy.orm", "Session.commit", 2),  # the first one opens the gradebook
    ("os", "rename", 1),
    ("os", "rename", 2),
    ("shutil", "rmtree", 1),
]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step[1]}-{step[2]}")
@pytest.mark.parametrize("before", ["nothing", "graded"])
def test_killed_between_two_steps_of_saving(pristine, whole, tmp_path, before, step):
    course = (pristine if before == "nothing" else whole).copy(tmp_path)
    chosen = [word for student in STUDENTS[:2] for word in ("--student", student)]
    status, said = course.run("--force", "--jobs", "1", *chosen, dies_at=step)
    assert status == -signal.SIGKILL, said
    check_partly_like(course, whole)
    assert course.run()[0] == 0
    check_like(course, whole)


def test_earlier_folder_survives_a_kill_while_it_was_replaced(whole, tmp_path):
    """Also when what was submitted meanwhile cannot be graded, and nothing replaces it any more."""
    course = whole.copy(tmp_path)
    student = STUDENTS[0]
    chosen = ("--student", student)
    # The first finds the folder in the way, the second moves it aside, the third is not reached.
    killed = course.run("--force", *chosen, dies_at=("os", "rename", 3))[0]
    assert killed == -signal.SIGKILL
    (course.root / "submitted" / student / UNIT / f"{UNIT}.ipynb").write_text("no notebook")
    assert course.run(*chosen)[0] == 1
    assert course.folders(UNIT).get(student) == whole.expected[2][student]
    assert course.unfinished() == []
