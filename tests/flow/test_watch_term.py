"""A term with `autograder watch`: killed, started again, and everything has come through once."""

import os
import random
import signal

import pytest
from nbgrader.api import Gradebook
from watched_course import RIGHT, UNIT, WRONG
from watched_fixtures import pristine

__all__ = ["pristine"]  # a fixture

pytestmark = pytest.mark.slow

LEARNERS = [f"learner{number:02}" for number in range(10)]
ROUNDS = 8
THOUGHTS = "My thoughts."


@pytest.fixture(scope="module")
def graded_once(pristine, tmp_path_factory):
    """The course after a first submission of Ana's, graded and her feedback released."""
    course = pristine.copy(tmp_path_factory.mktemp("graded_once"))
    course.send("ana", WRONG)
    course.once(UNIT)
    return course


STAGES = [
    ("shutil", "copytree", 1),
    ("os", "rename", 1),
    ("os", "rename", 2),
    ("autograder.watching.unit", "WatchedUnit.grading", 1),
    ("autograder.watching.unit", "WatchedUnit.grade_saved", 1),
    ("sqlalchemy.orm", "Session.commit", 2),
    ("autograder.watching.unit", "WatchedUnit.pages", 1),
    ("autograder.watching.unit", "WatchedUnit.page_made", 1),
    ("autograder.watching.exchange", "Exchange.release", 1),
    ("shutil", "move", 1),
    ("autograder.watching.unit", "WatchedUnit.released", 1),
]


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: f"{stage[1]}-{stage[2]}")
@pytest.mark.parametrize("before", ["first", "again"])
def test_killed_at_each_stage(pristine, graded_once, tmp_path, stage, before):
    course = {"first": pristine, "again": graded_once}[before].copy(tmp_path)
    sent = course.send("ana", RIGHT)
    words = ("watch", "--once", "--jobs", "1", UNIT)
    status, said = course.autograder(*words, dies_at=stage)
    assert status == -signal.SIGKILL, said
    course.once(UNIT)
    check_done(course, {"ana": (sent, 3)})
    assert "u ana" not in course.once(UNIT)


def test_killed_at_random_moments(pristine, tmp_path):
    """In each round some submit, some of them twice, and the watch is killed at some moment."""
    course = pristine.copy(tmp_path)
    moments = random.Random(6)
    last = {}
    for _ in range(ROUNDS):
        pid = course.commands.start(course.root, "autograder", "watch", "--jobs", "2", UNIT)
        for student in moments.sample(LEARNERS, 4):
            text, points = moments.choice([(RIGHT, 3), (WRONG, 1)])
            last[student] = course.send(student, text), points
        if course.commands.status(moments.uniform(0.5, 6)) is None:
            os.kill(pid, signal.SIGKILL)
            assert course.commands.status(30) == -signal.SIGKILL
        course.commands.check_alone()
    course.once(UNIT)
    check_done(course, last)


def check_done(course, last):
    """Is each learner's last submission graded, its feedback released, and no litter left?"""
    assert course.scores() == {student: points for student, (_, points) in last.items()}
    for sent, points in last.values():
        assert f"{points} of 3" in sent.page()
    assert course.litter() == []
    assert sorted(os.listdir(course.root / "submitted")) == sorted(last)


def test_a_term(pristine, tmp_path):
    """Two units, resubmissions, a mark given by a person, all while the watch runs once."""
    course = pristine.copy(tmp_path)
    pid = course.start()
    for number, student in enumerate(LEARNERS):
        course.send(student, WRONG)
        course.send(student, THOUGHTS, unit="essay")
        if number % 2:
            course.send(student, RIGHT)
    essays = [course.send(student, THOUGHTS, unit="essay") for student in LEARNERS]
    course.wait(lambda: all(sent.has_feedback() for sent in essays))
    with Gradebook(f"sqlite:///{course.root}/gradebook.db", "tiny") as gradebook:
        grade = gradebook.find_grade("thoughts", "essay", "essay", LEARNERS[0])
        grade.manual_score, grade.needs_manual_grade = 2.0, False
        gradebook.db.commit()
    course.wait(lambda: "3 of 3" in essays[0].page())
    final = [course.send(student, RIGHT) for student in LEARNERS]
    course.wait(lambda: all(sent.has_feedback() for sent in final))
    course.stop(pid)
    assert course.scores() == dict.fromkeys(LEARNERS, 3.0)
    expected = dict.fromkeys(LEARNERS, 1.0)
    assert course.scores("essay") == {**expected, LEARNERS[0]: 3.0}
    assert course.litter() == []
