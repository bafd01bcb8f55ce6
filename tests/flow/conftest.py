"""A class that is graded in a few seconds, shared by the tests of what stops a run."""

import pytest

# `fast_course` is imported where it is used: it skips what imports it where there is no sandbox,
# and this file is read in any case.


@pytest.fixture(scope="module")
def pristine(commands, tmp_path_factory):
    """The course with its submissions, before anything is graded."""
    from fast_course import FastCourse

    return FastCourse.new(tmp_path_factory.mktemp("pristine"), commands)


@pytest.fixture(scope="module")
def whole(pristine, tmp_path_factory):
    """The course after a run that nothing has stopped, and what that has given."""
    from fast_course import SCORES, STUDENTS

    course = pristine.copy(tmp_path_factory.mktemp("whole"))
    status, said = course.run()
    assert status == 0, said
    course.expected = course.all_of_it()
    scores = {student: float(row["score"]) for student, row in course.expected[0].items()}
    assert scores == {student: SCORES[place % 4] for place, student in enumerate(STUDENTS)}
    return course
