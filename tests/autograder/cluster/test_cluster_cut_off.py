"""What becomes of a class when the cable between a cluster's machines is cut?"""

import pytest
from double_course import SCORES
from far_driver import CLASS, HANGS, saved, slow_course
from small_cluster import FOR_GRADING, until
from two_machines import THERE, two_machines

PORT = "8786"


class CutOff:
    """Starts Dask and the command on two machines, and cuts the cable between them."""

    def __init__(self, course, folder, driver, other):
        self.course = course
        self._folder = folder
        self._driver, self._other = driver, other

    def begin(self):
        """Start a scheduler and a worker on the second machine, the command on the first one."""
        where = THERE
        log = self._folder / f"{where}.log"
        address = f"tcp://{where}:{PORT}"
        own = ("--host", where, "--dashboard-address", f"{where}:0", "--port", PORT)
        self._other.python("dask", "scheduler", *own, log=log)
        until(lambda: "Scheduler at" in log.read_text(), HANGS)
        place = ("--local-directory", self._folder / "dask", "--no-nanny", *own[:4])
        self._other.python("dask", "worker", address, *FOR_GRADING, *place, log=log)
        until(lambda: "Registered to" in log.read_text(), HANGS)
        words = ("grade", "double", "--cluster", address, "--course-dir", self.course.root)
        self._said = self._folder / f"{where}.said"
        self._run = self._driver.python("autograder", *words, log=self._said)

    def cut(self, after):
        """Cut the cable when so many more submissions are saved."""
        before = len(saved(self.course))
        enough = before + after
        until(lambda: len(saved(self.course)) >= enough or self._run.poll() is not None, HANGS)
        assert self._run.poll() is None, self._said.read_text()
        self._driver.ip("link", "set", "cable", "down")

    def ends(self):
        """Wait for the end of the command; return its exit status and what it has said."""
        status = self._run.wait(HANGS)
        said = self._said.read_text()
        assert "Traceback" not in said, said
        return status, said


@pytest.mark.slow
def test_who_is_cut_off_from_the_scheduler_hears_of_it_and_keeps_what_is_saved(
    commands, tmp_path, monkeypatch
):
    # Dask's own setting: so long a connection may be silent, thirty seconds else.
    monkeypatch.setenv("DASK_DISTRIBUTED__COMM__TIMEOUTS__TCP", "12s")
    course = slow_course(tmp_path, commands)
    with two_machines(tmp_path) as machines:
        made = CutOff(course, tmp_path, *machines)
        made.begin()
        made.cut(after=1)
        status, said = made.ends()
        assert status != 0
        assert f"The connection to the cluster at tcp://{THERE}:{PORT} is lost" in said
    assert 0 < len(saved(course)) < CLASS + len(SCORES)
    assert course.unfinished() == []
