"""Kills spread over driver, worker and scheduler of a cluster: are the grades those without any?

    python -m bench.kills [KILLS] [SEED]

A class is graded on a cluster of separate processes, and at some moment one of them is killed, and
the next one later, as often as you say: 50 unless you say otherwise. What has died is started anew,
the same command runs again, and in the end nbgrader's export must equal that of a run on this
machine that nobody disturbed.
"""

import csv
import itertools
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bench.cluster import SMALL, SmallCourse, scheduler_process, worker_process

KILLS = 50
EACH = 3
"""So many submissions there are for each kill, that most of them fall into the middle of a run."""

WORKERS = 2
EARLY = 0.25
"""So many of the kills come while a run begins."""

BEGINS = 4.0
"""Seconds that a run needs to begin."""

PATIENCE = 300.0
"""Seconds without anything new after which a run hangs."""


class Cluster:
    """A scheduler and two workers, each of which can be killed and comes again.

    Parameters
    ----------
    folder : pathlib.Path
        For their files.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._count = itertools.count()
        self.scheduler: subprocess.Popen | None = None
        self.workers: list[subprocess.Popen] = []
        self.address = ""
        self._log = open(folder / "log", "ab")  # noqa: SIM115  (closed by `close`)

    def mend(self) -> None:
        """Start what is not there; the workers of a dead scheduler are ended."""
        if self.scheduler is None or self.scheduler.poll() is not None:
            _end(*self.workers)
            self.scheduler, self.address = scheduler_process(
                self._folder / f"scheduler{next(self._count)}.json", self._log
            )
        self.workers = [worker for worker in self.workers if worker.poll() is None]
        while len(self.workers) < WORKERS:
            place = self._folder / f"worker{next(self._count)}"
            self.workers.append(worker_process(self.address, place, self._log))

    def close(self) -> None:
        """End everything."""
        _end(*self.workers, *([self.scheduler] if self.scheduler else []))
        self._log.close()


class Run:
    """The command, as often as it takes.

    Parameters
    ----------
    course : SmallCourse
        Its submissions.
    cluster : Cluster
        Where they are graded.
    """

    def __init__(self, course: SmallCourse, cluster: Cluster) -> None:
        self._course, self._cluster = course, cluster
        self._process: subprocess.Popen | None = None
        self._force: tuple[str, ...] = ()
        self.told: Counter[str] = Counter()

    def goes_on(self) -> subprocess.Popen:
        """Return its process, which is started if there is none."""
        if self._process is None or self._process.poll() is not None:
            self._look()
            self._cluster.mend()
            words = ("grade", SMALL, "--cluster", self._cluster.address, *self._force)
            self._process = self._course.started("autograder", *words)
            self.told["runs"] += 1
        return self._process

    def ends(self, killed: bool = False) -> int:
        """Wait for its end; return the exit status."""
        process = self.goes_on()
        said = "".join(process.communicate(timeout=PATIENCE))
        if "Traceback" in said or (not killed and process.returncode not in (0, 1, 2)):
            raise RuntimeError(said)
        self._look()
        return process.returncode

    def _look(self) -> None:
        if self._process is None:
            return
        status, self._process = self._process.poll(), None
        self.told[f"status {status}"] += 1
        # Everything is graded, and kills are left: it is graded once more.
        self._force = ("--force",) if status == 0 else self._force


def saved(course: SmallCourse) -> int:
    """Return how many results have been written, in all runs together."""
    found = course.folder.glob(f"autograded/*/{SMALL}/result.json")
    return sum(path.stat().st_mtime_ns for path in found)


def wait(course: SmallCourse, run: Run, chance: random.Random) -> None:
    """Wait for the moment of a kill: while a run begins, or some results later, or at its end."""
    process = run.goes_on()
    if chance.random() < EARLY:
        time.sleep(chance.uniform(0, BEGINS))
        return
    for _ in range(chance.randint(1, 3)):
        before, end = saved(course), time.monotonic() + PATIENCE
        while saved(course) == before and process.poll() is None:
            if time.monotonic() > end:
                raise RuntimeError("nothing comes any more")
            time.sleep(0.02)
    time.sleep(chance.uniform(0, 0.5))


def strike(victim: str, run: Run, cluster: Cluster, chance: random.Random) -> None:
    """Kill one process, and see what the command makes of it."""
    process = run.goes_on()
    if victim == "driver":
        process.kill()
        run.ends(killed=True)
    elif victim == "scheduler":
        assert cluster.scheduler is not None
        cluster.scheduler.kill()
        cluster.scheduler.wait()
        run.ends()
    else:
        worker = chance.choice(cluster.workers)
        worker.kill()
        worker.wait()
        cluster.mend()


def kill_often(folder: Path, kills: int, seed: int) -> Counter[str]:
    """Grade a class with kills and without; return how the runs ended.

    Raises
    ------
    RuntimeError
        If the exports differ, or a run ends with a traceback or not at all.
    """
    chance = random.Random(seed)
    victims = [("driver", "worker", "scheduler")[number % 3] for number in range(kills)]
    chance.shuffle(victims)
    course = SmallCourse(folder / "class", EACH * kills, "")
    shutil.copytree(course.folder, folder / "undisturbed")
    cluster = Cluster(folder / "cluster")
    try:
        run = Run(course, cluster)
        for victim in victims:
            wait(course, run, chance)
            strike(victim, run, cluster, chance)
            run.told[f"killed: {victim}"] += 1
        # What two kills in one run hit is ungradable there, and graded by the next run.
        while run.ends() != 0:
            pass
    finally:
        cluster.close()
    found = exported(course)
    course.folder = folder / "undisturbed"
    course.run("autograder", "grade", SMALL)
    if found != exported(course):
        raise RuntimeError("The exports differ.")
    return run.told


def exported(course: SmallCourse) -> list[list[str]]:
    """Return the rows of nbgrader's export, by learner: its own order is that of grading."""
    course.run("nbgrader", "export")
    with open(course.folder / "grades.csv", encoding="utf-8", newline="") as file:
        return sorted(csv.reader(file))


def _end(*processes: subprocess.Popen) -> None:
    for process in processes:
        process.kill()
        process.wait()


def main(kills: int = KILLS, seed: int = 0) -> None:
    """Print what has become of them."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        told = kill_often(Path(folder), kills, seed)
    print(f"{kills} kills in {time.monotonic() - began:.0f} s, seed {seed}: the exports are equal")
    for what, count in sorted(told.items()):
        print(f"  {what}: {count}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
