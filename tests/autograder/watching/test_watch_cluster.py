"""Does `autograder watch --cluster` lose nothing, whatever becomes of the cluster?"""

import psutil
import pytest
from small_cluster import two_workers
from watched_course import RIGHT, WRONG

pytest_plugins = ["watched_fixtures"]
pytestmark = pytest.mark.slow


@pytest.fixture
def cluster(tmp_path):
    """A scheduler and two workers for grading."""
    with two_workers(tmp_path / "cluster") as made:
        yield made


def gate(pid):
    """The process that speaks with the cluster: it has a thread for each place."""
    return max(psutil.Process(pid).children(), key=lambda each: each.num_threads())


def test_the_cluster_grades_and_when_it_is_gone_nothing_is_lost(course, cluster):
    answers = {"ana": RIGHT, "ben": WRONG, "eva": RIGHT, "uli": WRONG}
    sent = [course.send(student, text) for student, text in answers.items()]
    said = course.once("--cluster", cluster.address)
    assert "Submissions are graded on the cluster at" in said
    assert all(each.has_feedback() for each in sent)
    assert course.scores() == {"ana": 3, "ben": 1, "eva": 3, "uli": 1}
    brings = "Starting Worker plugin autograder-unit"
    assert [cluster.said(f"worker-{n}").count(brings) for n in range(2)] == [1, 1]

    pid = course.start("--cluster", cluster.address)
    gate(pid).kill()
    course.wait(lambda: "The process that speaks with the cluster ended" in course.said())
    course.wait(course.send("ben").has_feedback)
    cluster.scheduler.kill()
    lost = f"The connection to the cluster at {cluster.address} is lost"
    course.wait(lambda: lost in course.said())
    course.send("uli")
    course.wait((course.root / "submitted" / "uli" / "u").exists)
    course.stop(pid)
    # Now nobody is there, which is said, and nothing else is done meanwhile.
    assert "No Dask scheduler answers at" in course.once("--cluster", cluster.address, status=2)
    course.once()
    assert course.scores() == {"ana": 3, "ben": 3, "eva": 3, "uli": 3}
    assert course.litter() == []


def test_without_walls_nothing_is_sent_to_a_cluster(course):
    said = course.once("--no-isolation", "--cluster", "tcp://127.0.0.1:1", status=2)
    assert "in sandboxes alone" in said
