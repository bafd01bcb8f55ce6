"""The attack suite: submissions that want points without the work, secrets, or other people's harm.

`tests/helpers/attack_course.py` tells how an attack is written down. Everything is graded by the
real command in a process of its own; no line of a learner's cells runs here.
"""

import json
import shutil

import pytest
from attack_checks import FILES, by_name, check, check_harm
from attack_course import NEIGHBOURS, UNIT, AttackedCourse

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("bwrap") is None, reason="there is no bwrap on this machine"),
]
TOGETHER = [attack for attack in FILES if not attack.alone]
ALONE = [attack for attack in FILES if attack.alone]
SHORT = 240
"""Seconds after which a run with one attack hangs."""

JOBS = 6
"""Of the run with all attacks: two thirds of their time they wait for a limit to be over."""


@pytest.fixture(scope="module")
def course(tmp_path_factory, toy_class):
    """The course with its secrets and the honest neighbours."""
    return AttackedCourse.build(toy_class.new(tmp_path_factory.mktemp("attacked") / "course"))


@pytest.fixture(scope="module")
def together(course, tmp_path_factory):
    """What one run made of all attacks that are graded together."""
    folder = tmp_path_factory.mktemp("together")
    course = course.copy(folder / "course")
    for attack in TOGETHER:
        attack.write(course)
    return course.grade(folder / "scratch", where=("--jobs", str(JOBS)))


def test_there_are_enough():
    assert len(FILES) >= 60


@pytest.mark.parametrize("attack", TOGETHER, ids=by_name)
def test_an_attack_gains_nothing(attack, together):
    check(attack, together)


def test_the_attacks_harm_nobody_and_leave_nothing(together):
    check_harm(together)


def test_the_tests_under_attack_run_outside(together):
    """Inside, most of these attacks would gain something: nothing may move a test there."""
    path = together.course.root / "autograded" / NEIGHBOURS[0] / UNIT / "result.json"
    told = json.loads(path.read_text())["tests"][UNIT]
    assert {verdict["checks"] for verdict in told.values()} == {"outside"}, told


@pytest.mark.parametrize("attack", ALONE, ids=by_name)
def test_an_attack_on_the_grader_gains_nothing_and_harms_nobody(attack, course, tmp_path):
    course = course.copy(tmp_path / "course")
    attack.write(course)
    done = course.grade(tmp_path / "scratch", SHORT)
    check(attack, done)
    check_harm(done)
