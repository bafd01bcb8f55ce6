"""What becomes of a submission whose workers die, and of a class after Ctrl-C; nothing is fake."""

import os
import signal
import time
from contextlib import suppress
from functools import partial

import psutil
import pytest
from distributed import Client
from double_course import SCORES
from far_driver import CLASS, HANGS, Driver, saved, slow_course
from small_cluster import FOR_GRADING, SmallCluster, until

MEMORY = 600 * 2**20
"""Bytes that a nanny lets a worker have."""

MARK = "whoever grades this is killed"
DEADLY = f"""\
import time


def double(x):  # {MARK}
    time.sleep(2)
    return 2 * x"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """Two workers with nannies, started as docs/cluster.md says, with a temporary folder to see."""
    folder = tmp_path_factory.mktemp("nannies")
    (folder / "tmp").mkdir()
    made = SmallCluster(folder)
    words = (*FOR_GRADING, "--nworkers", "2", "--memory-limit", str(MEMORY))
    try:
        worker = made.add_worker(*words, nanny=True, TMPDIR=str(folder / "tmp"))
        until(lambda: made.said("worker-0").count("Registered to") == 2 or worker.poll(), HANGS)
        assert worker.poll() is None, made.said("worker-0")
        yield made
    finally:
        made.close()


@pytest.fixture(scope="module")
def course(tmp_path_factory, commands):
    """A class, one of whom has handed in what somebody else kills the workers of."""
    made = slow_course(tmp_path_factory.mktemp("deaths"), commands)
    made.submit("unlucky", "double", double=DEADLY)
    return made


def places(cluster):
    """The processes beside the workers, in which submissions run."""
    nanny = psutil.Process(cluster.workers[0].pid)
    found = []
    for process in nanny.children(recursive=True):
        with suppress(psutil.Error):
            if "autograder.cluster.place" in process.cmdline():
                found.append(process)
    return found


def place_of_the_unlucky_one(cluster):
    """Return the process that grades that submission at the moment; None if there is none.

    A killed one may have left its folder, and wait for somebody to notice its end.
    """
    for path in cluster.folder.glob("tmp/autograder-run-*/submission/double.ipynb"):
        with suppress(OSError, psutil.Error):
            if MARK in path.read_text(encoding="utf-8"):
                process = psutil.Process(int(path.parts[-3].rsplit("-", 2)[1]))
                if not has_ended(process):
                    return process
    return None


def checker_of(place):
    """Return the process that runs a test at the moment, which is forked from the place."""
    with suppress(psutil.Error):
        own = place.cmdline()
        return next((each for each in place.children() if each.cmdline() == own), None)
    return None


def take_memory(client, process):
    """Have a worker take more memory than its nanny lets it."""
    pids = client.run(os.getpid)
    where = [address for address, pid in pids.items() if pid == process.pid]
    taken = f"import sys\nsys.taken = b'x' * {MEMORY}"
    client.run(exec, taken, workers=where, on_error="return")  # it ends meanwhile


def has_ended(process):
    """Whether a process does nothing any more."""
    with suppress(psutil.NoSuchProcess):
        return process.status() == psutil.STATUS_ZOMBIE
    return True


@pytest.mark.slow
def test_after_ctrl_c_nothing_goes_on_and_a_rerun_does(cluster, course):
    driver = Driver(course, cluster)
    driver.has_saved(1)
    os.killpg(driver.process.pid, signal.SIGINT)
    status, said = driver.ends()
    assert status in (1, 130), said
    assert "Error" not in said, said
    assert course.unfinished() == []
    until(lambda: not places(cluster))  # nobody grades on for a command that has ended
    assert 0 < len(saved(course)) < CLASS + len(SCORES) + 1


@pytest.mark.slow
def test_who_has_no_memory_on_two_workers_is_ungradable_until_graded_again(cluster, course):
    driver = Driver(course, cluster)
    ended = driver.process.poll
    deaths = 0
    with Client(cluster.address, set_as_default=False) as client:
        while ended() is None:
            place = place_of_the_unlucky_one(cluster)
            checker = checker_of(place) if place else None
            if checker is None:
                time.sleep(0.01)
                continue
            # First by the nanny's limit, which starts another worker; then as the kernel does where
            # memory is short: it kills what stands in its way, here what runs a test.
            if deaths == 0:
                place.suspend()  # it must not come to its end before
                take_memory(client, place.parent())
            else:
                checker.kill()
            deaths += 1
            until(partial(has_ended, place))
    assert deaths >= 2
    status, said = driver.ends()
    assert status == 1, said
    assert "2 workers that graded it died: is there enough memory on those machines?" in said
    assert len(saved(course)) == CLASS + len(SCORES)

    status, said = Driver(course, cluster).ends()
    assert status == 0, said
    rows = course.export()
    assert {name: float(rows[name]["score"]) for name in SCORES} == SCORES
    assert float(rows["unlucky"]["score"]) == 3
    assert "exceeded 95% memory budget. Restarting" in cluster.said("worker-0")
    assert cluster.said("worker-0").count("Registered to") >= 3  # the nanny's new one is there
