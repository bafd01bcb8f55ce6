"""Attacks through the worker of a cluster: are its walls the same?

One run, one worker, all of them together; `test_attacks.py` sees on this machine what each of them
would do alone. Left out are those that only play with values and names: their judge is the checker,
wherever it runs.
"""

import re

import pytest
from attack_course import AttackedCourse
from small_cluster import SmallCluster, until
from test_attacks import FILES, by_name, check, check_harm

REACHES = re.compile(
    r"\b(socket|subprocess|signal|ctypes|multiprocessing|environ|fork|kill)\b|open\(|/proc"
    r"|COURSE_FOLDER|def place|run: alone|memory_bomb"
)
"""Who reaches for the machine or the grader, or hands in files of its own."""

PATIENCE = 600
"""Seconds after which the run hangs."""

CHOSEN = [attack for attack in FILES if REACHES.search(attack.path.read_text(encoding="utf-8"))]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def done(tmp_path_factory, toy_class):
    """What one run made of them, on a worker that has the secrets in its environment."""
    folder = tmp_path_factory.mktemp("attacked-cluster")
    course = AttackedCourse.build(toy_class.new(folder / "course"))
    for attack in CHOSEN:
        attack.write(course)
    scratch = folder / "scratch"
    scratch.mkdir()
    cluster = SmallCluster(folder / "cluster")
    try:
        worker = cluster.add_worker(**course.environment(scratch))
        until(lambda: cluster.has_joined(worker))
        yield course.grade(scratch, PATIENCE, ("--cluster", cluster.address))
    finally:
        cluster.close()


def test_there_are_enough_on_a_cluster():
    assert len(CHOSEN) >= 45


@pytest.mark.parametrize("attack", CHOSEN, ids=by_name)
def test_on_a_cluster_an_attack_gains_nothing(attack, done):
    check(attack, done)


def test_on_a_cluster_the_attacks_harm_nobody_and_leave_nothing(done):
    # By it, processes that grade on one machine have different numbers; it stays.
    done.files = [name for name in done.files if not name.endswith("autograder-slot-0.lock")]
    check_harm(done)
