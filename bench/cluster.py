"""What a cluster costs the process that saves, and how large a class it carries.

Overhead: processor time of that process for each submission, with two processes of this machine
and with two workers of a Dask cluster, in turns. Rate and memory: the same process fed by workers
that answer at once. From both, a table for classes of 100 to 100,000 learners.

    python -m bench.cluster [SUBMISSIONS] [URL OF A GRADEBOOK]

The submissions are those of the run with workers that answer at once: 100,000 unless you say
fewer. The gradebook is SQLite unless you give another one, empty.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from bench.grading import ROOT, UNIT, Room

MANY = 100_000
N = 100
SMALL = "double"
PATIENCE = 90
HERE = ("--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0")
CLASSES = (100, 1_000, 10_000, 100_000)
WORKERS = (2, 16, 64, 256)


class SmallCourse(Room):
    """A course with one small unit, and as many submissions of it as are asked for.

    Parameters
    ----------
    folder : pathlib.Path
        Not there yet.
    n : int
        Submissions.
    url : str
        Of the gradebook; SQLite where it is empty.
    """

    def __init__(self, folder: Path, n: int, url: str) -> None:
        self.folder, self.unit = folder, SMALL
        place = folder / "source" / SMALL
        place.mkdir(parents=True)
        lines = ["c = get_config()", 'c.CourseDirectory.course_id = "bench"']
        lines += [f"c.CourseDirectory.db_url = {url!r}"] if url else []
        (folder / "nbgrader_config.py").write_text("\n".join(lines) + "\n")
        nbformat.write(small_book(), place / f"{SMALL}.ipynb")
        self.run("nbgrader", "generate_assignment", SMALL)
        text = (place / f"{SMALL}.ipynb").read_text()
        for number in range(n):
            own = folder / "submitted" / f"learner{number:06d}" / SMALL
            own.mkdir(parents=True)
            made = text.replace("return 2 * x", f"return 2 * x  # {number}")
            (own / f"{SMALL}.ipynb").write_text(made)


def small_book():
    """Return a notebook that asks for one small function, with two tests."""
    flags = {"grade": False, "solution": False, "task": False, "locked": False, "schema_version": 3}
    source = "### BEGIN SOLUTION\ndef double(x):\n    return 2 * x\n### END SOLUTION"
    made = new_code_cell(source, id="double")
    made.metadata["nbgrader"] = {**flags, "solution": True, "grade_id": "double"}
    cells = [made]
    for number in (2, 5):
        test = new_code_cell(f"assert double({number}) == {2 * number}", id=f"test{number}")
        own = {"grade": True, "locked": True, "points": 1, "grade_id": f"test{number}"}
        test.metadata["nbgrader"] = {**flags, **own}
        cells.append(test)
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


@contextmanager
def cluster(folder: Path, workers: int):
    """Provide the address of a cluster of processes, started as docs/cluster.md says."""
    with open(folder / "log", "ab") as log:
        scheduler, address = scheduler_process(folder / "scheduler.json", log)
        started = [scheduler]
        try:
            for number in range(workers):
                started.append(worker_process(address, folder / f"worker{number}", log))
            yield address
        finally:
            for process in reversed(started):
                process.send_signal(signal.SIGTERM)
                process.wait()


def scheduler_process(told: Path, log) -> tuple[subprocess.Popen, str]:
    """Start a scheduler that writes its address into a file; return it and the address."""
    process = _dask(log, "scheduler", "--port", "0", "--scheduler-file", str(told), *HERE)
    end = time.monotonic() + PATIENCE
    while not (told.exists() and told.read_text().endswith("}")):
        if time.monotonic() > end or process.poll() is not None:
            process.kill()
            raise RuntimeError(Path(log.name).read_text())
        time.sleep(0.1)
    return process, json.loads(told.read_text())["address"]


def worker_process(address: str, place: Path, log) -> subprocess.Popen:
    """Start a worker for grading."""
    grading = ("--nthreads", "1", "--preload", "autograder.cluster.worker", "--no-nanny")
    return _dask(log, "worker", address, *grading, "--local-directory", str(place), *HERE)


def _dask(log, *words: str) -> subprocess.Popen:
    command = [sys.executable, "-m", "dask", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stdout=log, stderr=log, env=environment)


def measured(room: Room, *words: str) -> dict:
    """Run one measurement of `bench.cluster_driver` in a course folder."""
    return json.loads(room.run("bench.cluster_driver", *words).splitlines()[-1])


def overhead(folder: Path) -> tuple[float, float]:
    """Print what a submission costs the driver here and on a cluster.

    Returns
    -------
    grading, saving : float
        Seconds of a core for one submission, on a worker and in the driver.
    """
    room = Room(folder / "real", UNIT, N - 1)
    place = folder / "cluster"
    place.mkdir()
    with cluster(place, 2) as address:
        measured(room, "real", UNIT, address)  # the workers are warm then
        here, there = measured(room, "real", UNIT), measured(room, "real", UNIT, address)
    cost = [1000 * each["processor"] / each["n"] for each in (here, there)]
    rate = [each["n"] / each["seconds"] for each in (here, there)]
    print(f"unit {UNIT[:2]}, {N} submissions, two processes here and two workers:")
    print(f"  driver: {cost[0]:.1f} and {cost[1]:.1f} ms of processor time each", end="")
    print(f", {cost[1] - cost[0]:.1f} more (asked: under 5)")
    print(f"  throughput: {rate[0]:.2f}/s and {rate[1]:.2f}/s", end="")
    print(f", {1 - rate[1] / rate[0]:.0%} less (asked: under 10 %)")
    return 2 * there["seconds"] / there["n"], there["processor"] / there["n"]


def driver(folder: Path, n: int, url: str) -> None:
    """Print how many results of a small unit the driver saves in a second."""
    room = SmallCourse(folder / "small", n, url)
    told = measured(room, "synthetic", SMALL)
    shutil.rmtree(room.folder)
    each = told["processor"] / told["n"]
    asked = "1,000" if url else "300"
    print(f"the driver alone, {n:,} submissions, {'the given gradebook' if url else 'SQLite'}:")
    print(f"  {told['n'] / told['seconds']:.0f} results a second (asked: {asked})", end="")
    print(f"; {1000 * each:.1f} ms of processor time each")
    print(
        f"  memory after the first 1,000: {told['early']:.0f} MB, at the end: {told['late']:.0f} MB"
    )


def table(grading: float, saving: float) -> None:
    """Print what follows from seconds of grading and of saving, for classes of all sizes."""
    print(
        f"reckoned from {grading:.2f} s of one core for grading and {1000 * saving:.1f} ms to save:"
    )
    print("  workers  submissions an hour  bound by   " + "  ".join(f"{n:>9,}" for n in CLASSES))
    for workers in WORKERS:
        an_hour = 3600 * min(workers / grading, 1 / saving)
        bound = "workers" if workers / grading < 1 / saving else "saving"
        hours = "  ".join(f"{n / an_hour:7.2f} h" for n in CLASSES)
        print(f"  {workers:7}  {an_hour:19,.0f}  {bound:9}  {hours}")
    hours = MANY * grading / 3600
    print(f"  core-hours of {MANY:,} submissions of a unit such as {UNIT[:2]}: {hours:.1f}")


def main(n: int = MANY, url: str = "") -> None:
    """Print everything."""
    print("Grading on a cluster (docs/cluster.md)")
    with tempfile.TemporaryDirectory() as folder:
        grading, saving = overhead(Path(folder))
        driver(Path(folder), n, url)
    table(grading, saving)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MANY, *sys.argv[2:3])
