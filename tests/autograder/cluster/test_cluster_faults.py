"""Does a class come to the same grades when scheduler, driver and workers die on the way?"""

import os
import signal
import subprocess
import sys

import pytest
from double_course import RIGHT, double_course
from small_cluster import SmallCluster, until

SLOW_ANSWER = f"import time\n\ntime.sleep(1)\n{RIGHT}"
CLASS = 8


@pytest.fixture
def course(tmp_path, commands):
    """A course whose submissions take a second each, so that something is always under way."""
    made = double_course(tmp_path, commands)
    for number in range(CLASS):
        made.submit(f"slow{number:02d}", "double", double=f"{SLOW_ANSWER}  # {number}")
    return made


@pytest.fixture
def new_cluster(tmp_path):
    """Starts clusters of two workers, and ends them all."""
    made = []

    def start():
        made.append(SmallCluster(tmp_path / f"cluster{len(made)}"))
        for _ in range(2):
            made[-1].add_worker()
        until(lambda: all(made[-1].has_joined(worker) for worker in made[-1].workers))
        return made[-1]

    yield start
    for cluster in made:
        cluster.close()


class Driver:
    """`autograder grade` under way, in a process of its own that can be killed."""

    def __init__(self, course, cluster):
        self.course = course
        words = ("-m", "autograder", "grade", "double", "--cluster", cluster.address)
        self.process = subprocess.Popen(
            [sys.executable, *words], cwd=course.root, text=True, env=os.environ,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def has_saved(self, more):
        """Wait until it has saved so many more."""
        before = len(saved(self.course))
        until(lambda: len(saved(self.course)) >= before + more or self.process.poll() is not None)
        assert self.process.poll() is None, self.process.communicate()[0]

    def ends(self):
        """Wait for its end; return the exit status and what it has said."""
        said = self.process.communicate(timeout=120)[0]
        assert "Traceback" not in said, said
        return self.process.returncode, said


def saved(course):
    """What lies in the folder of graded submissions, whole."""
    return sorted(course.root.glob("autograded/*/double/result.json"))


@pytest.mark.slow
def test_whoever_dies_the_grades_are_the_same(course, new_cluster, tmp_path):
    expected = course.copy(tmp_path / "undisturbed")
    expected.grade("double")

    cluster = new_cluster()
    driver = Driver(course, cluster)
    driver.has_saved(1)
    cluster.scheduler.kill()
    status, said = driver.ends()
    assert status != 0
    assert f"The connection to the cluster at {cluster.address} is lost" in said

    cluster = new_cluster()
    driver = Driver(course, cluster)
    driver.has_saved(2)
    driver.process.kill()
    driver.process.communicate()
    kept = saved(course)

    driver = Driver(course, cluster)
    driver.has_saved(1)
    cluster.workers[0].kill()
    cluster.workers[1].send_signal(signal.SIGSTOP)  # it answers nobody, and does not end
    cluster.add_worker()
    status, said = driver.ends()
    assert status == 0, said
    assert f"{len(expected.folders('double'))} submissions" in said
    assert {*kept} <= {*saved(course)}
    assert course.export() == expected.export()
    assert course.folders("double") == expected.folders("double")
    assert course.unfinished() == []
