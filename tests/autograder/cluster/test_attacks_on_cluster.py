"""Attacks through the workers of a cluster: are their walls the same?

One run, two workers, all of them together; `test_attacks.py` sees on this machine what each of them
would do alone. Left out are those that only play with values and names: their judge is the checker,
wherever it runs.
"""

import re

import pytest
from attack_checks import FILES, by_name, check, check_harm
from attack_course import AttackedCourse
from small_cluster import SmallCluster, until

REACHES = re.compile(
    r"\b(socket|subprocess|signal|ctypes|multiprocessing|environ|fork|kill)\b|open\(|/proc"
    r"|COURSE_FOLDER|def place|run: alone"
)
"""Who reaches for the machine or the grader, or hands in files of its own."""

REACH_TOO = {"memory_bomb", "thread_bomb"}
LONG = {
    *("autocall_and_magics", "ended_at_the_helper", "endless_ids", "forged_classes"),
    *("forged_warnings", "lone_surrogates", "silence", "slow_to_read", "time_bomb"),
}
"""They take two minutes of a worker together; time limits and checks are the same everywhere."""


def reaches(attack):
    """Whether an attack is to meet the walls of a worker."""
    if attack.name in LONG:
        return False
    text = attack.path.read_text(encoding="utf-8")
    return attack.name in REACH_TOO or REACHES.search(text) is not None


CHOSEN = [attack for attack in FILES if reaches(attack)]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def done(tmp_path_factory, toy_class):
    """What one run made of them, on workers that have the secrets in their environment."""
    folder = tmp_path_factory.mktemp("attacked-cluster")
    course = AttackedCourse.build(toy_class.new(folder / "course"))
    for attack in CHOSEN:
        attack.write(course)
    scratch = folder / "scratch"
    scratch.mkdir()
    cluster = SmallCluster(folder / "cluster")
    try:
        for _ in range(2):
            cluster.add_worker(**course.environment(scratch))
        until(lambda: all(cluster.has_joined(worker) for worker in cluster.workers))
        yield course.grade(scratch, where=("--cluster", cluster.address))
    finally:
        cluster.close()


def test_there_are_enough_on_a_cluster():
    assert len(CHOSEN) >= 40


@pytest.mark.parametrize("attack", CHOSEN, ids=by_name)
def test_on_a_cluster_an_attack_gains_nothing(attack, done):
    check(attack, done)


def test_on_a_cluster_the_attacks_harm_nobody_and_leave_nothing(done):
    # By these, processes that grade on one machine have different numbers; they stay.
    done.files = [name for name in done.files if "autograder-slot-" not in name]
    check_harm(done)
