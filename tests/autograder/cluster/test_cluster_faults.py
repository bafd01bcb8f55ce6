"""Does a class come to the same grades when scheduler, driver and workers die on the way?"""

import signal

import pytest
from far_driver import Driver, saved, slow_course
from small_cluster import SmallCluster, until


@pytest.fixture
def course(tmp_path, commands):
    """A course whose submissions take a second each, so that something is always under way."""
    return slow_course(tmp_path, commands)


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
