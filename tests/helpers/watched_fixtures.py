"""A watched course for each test, copied from one that has been made once."""

import pytest
from made_once import made_once
from watched_course import WatchedCourse


@pytest.fixture(scope="module")
def pristine(commands, tmp_path_factory):
    """Two released units, tests tried and the own solutions checked, nothing submitted."""

    def make(folder):
        course = WatchedCourse.new(folder, commands)
        course.try_tests()
        assert "Watching essay, u in" in course.once()

    return WatchedCourse(made_once(tmp_path_factory, "watched", make), commands)


@pytest.fixture
def course(pristine, tmp_path):
    return pristine.copy(tmp_path)
