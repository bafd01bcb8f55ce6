"""What becomes of a submission whose workers die, and of a class after Ctrl-C; nothing is fake."""

import os
import signal
import time
from contextlib import suppress
from functools import partial

import psutil
import pytest
from double_course import SCORES
from far_driver import CLASS, HANGS, Driver, saved, slow_course
from small_cluster import SmallCluster, until

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
    words = ("--nthreads", "1", "--nworkers", "2", "--preload", "autograder.cluster.worker")
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
def test_what_kills_a_worker_and_a_checker_is_ungradable_until_it_is_graded_again(cluster, course):
    driver = Driver(course, cluster)
    ended = driver.process.poll
    killed = []
    while ended() is None:
        place = place_of_the_unlucky_one(cluster)
        checker = checker_of(place) if place else None
        if checker is None:
            time.sleep(0.01)
            continue
        # First the worker, which a nanny starts anew; then, as the kernel does where memory is
        # short, what stands in its way: here what runs a test.
        killed.append(checker if killed else place.parent())
        killed[-1].kill()
        until(partial(has_ended, place))
    status, said = driver.ends()
    assert status == 1, said
    assert len(killed) >= 2
    assert "2 workers that graded it died: is there enough memory on those machines?" in said
    assert len(saved(course)) == CLASS + len(SCORES)

    status, said = Driver(course, cluster).ends()
    assert status == 0, said
    rows = course.export()
    assert {name: float(rows[name]["score"]) for name in SCORES} == SCORES
    assert float(rows["unlucky"]["score"]) == 3
    assert cluster.said("worker-0").count("Registered to") >= 3  # the nanny's new one is there
