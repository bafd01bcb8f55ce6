"""What becomes of a class when the cable between a cluster's machines is cut?"""

import pytest
from double_course import SCORES
from far_driver import CLASS, HANGS, saved, slow_course
from small_cluster import FOR_GRADING, until
from two_machines import HERE, THERE, two_machines

PORT = "8786"


class CutOff:
    """Starts Dask and the command on two machines, and cuts the cable between them."""

    def __init__(self, course, folder, driver, other):
        self.course = course
        self._folder = folder
        self._driver, self._other = driver, other

    def begin(self, where, *workers):
        """Start a scheduler on one machine and workers; then the command, on the first machine."""
        log = self._folder / f"{where}.log"
        address = f"tcp://{where}:{PORT}"
        machines = {HERE: self._driver, THERE: self._other}
        own = ("--host", where, "--dashboard-address", f"{where}:0", "--port", PORT)
        machines[where].python("dask", "scheduler", *own, log=log)
        until(lambda: "Scheduler at" in log.read_text(), HANGS)
        for worker in workers:
            own = ("--host", worker, "--dashboard-address", f"{worker}:0", "--no-nanny")
            place = ("--local-directory", self._folder / f"dask-{where}-{worker}")
            machines[worker].python("dask", "worker", address, *FOR_GRADING, *own, *place, log=log)
        until(lambda: log.read_text().count("Registered to") == len(workers), HANGS)
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


SILENT = "12s"
"""So long a connection may be silent. By Dask's own setting it is thirty seconds."""


@pytest.mark.slow
def test_who_is_cut_off_loses_nothing(commands, tmp_path, monkeypatch):
    monkeypatch.setenv("DASK_DISTRIBUTED__COMM__TIMEOUTS__TCP", SILENT)
    course = slow_course(tmp_path, commands)
    with two_machines(tmp_path) as machines:
        made = CutOff(course, tmp_path, *machines)
        made.begin(THERE, THERE)
        made.cut(after=1)  # from the scheduler
        status, said = made.ends()
        assert status != 0
        assert f"The connection to the cluster at tcp://{THERE}:{PORT} is lost" in said
        kept = saved(course)

        machines[0].ip("link", "set", "cable", "up")
        made.begin(HERE, HERE, THERE)
        made.cut(after=1)  # from a worker, which has some to grade
        status, said = made.ends()
    assert status == 0, said
    assert {*kept} < {*saved(course)}
    assert len(saved(course)) == CLASS + len(SCORES)
    rows = course.export()
    assert {name: float(rows[name]["score"]) for name in SCORES} == SCORES
    assert course.unfinished() == []
