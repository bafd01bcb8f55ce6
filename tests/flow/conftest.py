"""Made once for several files: a class that is graded in a few seconds, and the packages."""

import subprocess
import sys

import pytest
from made_once import made_once
from unit import ROOT

# `fast_course` is imported where it is used: it skips what imports it where there is no sandbox,
# and this file is read in any case.


@pytest.fixture(scope="module")
def pristine(commands, tmp_path_factory):
    """The course with its submissions, before anything is graded."""
    from fast_course import FastCourse

    def make(folder):
        FastCourse.new(folder, commands)

    return FastCourse(made_once(tmp_path_factory, "fast", make), commands)


@pytest.fixture(scope="module")
def whole(pristine, tmp_path_factory):
    """The course after a run that nothing has stopped, and what that has given."""
    from fast_course import SCORES, STUDENTS, FastCourse

    def make(folder):
        status, said = pristine.copy(folder).run()
        assert status == 0, said

    made = FastCourse(made_once(tmp_path_factory, "fast_graded", make), pristine.commands)
    course = made.copy(tmp_path_factory.mktemp("whole"))
    course.expected = course.all_of_it()
    scores = {student: float(row["score"]) for student, row in course.expected[0].items()}
    assert scores == {student: SCORES[place % 4] for place, student in enumerate(STUDENTS)}
    return course


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """A folder with the source package, and the wheel that is made from it."""

    def make(folder):
        command = [sys.executable, "-m", "build", "--outdir", folder, ROOT]
        subprocess.run(command, check=True, capture_output=True)

    return made_once(tmp_path_factory, "packages", make)
