"""One measurement of the process that saves: ``python -m bench.cluster_driver WHAT ...``, as JSON.

In a process of its own, so that its processor time and its memory are those of the driver alone.
"""

import autograder.threads  # noqa: F401, I001  (before anything that imports NumPy)

import json
import pickle
import resource
import sys
import time
import warnings
from contextlib import suppress
from pathlib import Path

import psutil

from autograder.cluster.chosen import chosen
from autograder.cluster.parcels import pack
from autograder.cluster.told import decode, encode
from autograder.course import load_course
from autograder.engine.run.dispatch import Crew, this_machines
from autograder.engine.run.opening import open_run

warnings.simplefilter("ignore")  # SQLAlchemy's remarks about nbgrader
FIRST = 1000
"""After so many submissions the memory is read for the first time."""


class AtOnce:
    """Workers that answer at once: all of the driver's work but Dask's, and no other.

    Parameters
    ----------
    run : Run
        Over the submissions.
    data : bytes
        What a worker says of each.
    """

    def __init__(self, run, data):
        self._run, self._data = run, data
        self._left = 0

    def grade(self, first, jobs):
        """Pack each job as if it travelled; yield the same result for all."""
        self._left = len(jobs)
        for job in jobs:
            pickle.dumps((job, pack(job.folder, self._run.assignment, self._run.limits)))
            self._left -= 1
            yield decode(self._data, job, self._run.assignment)

    def at_hand(self):
        """Whether there are more."""
        return self._left > 0


def synthetic(unit):
    """Save as many results as there are submissions, from workers that answer at once."""
    with open_run(load_course(Path(".")), unit, isolated=True) as run:
        found = run.submissions([])
        student, folder = next(iter(found.items()))
        crew = Crew(run.assignment, run.limits, run.sandbox, 1, this_machines())
        graded = list(crew.grade(run.own.job(), [run.job(student, folder)]))
        run.own.check(graded[0])
        data = encode(graded[-1], run.assignment)
        return _measured(run.grade(found, 1, True, AtOnce(run, data)), len(found))


def real(unit, address=""):
    """Grade all submissions by two processes of this machine, or on a cluster."""
    with open_run(load_course(Path(".")), unit, isolated=True) as run:
        found = run.submissions([])
        return _measured(run.grade(found, 2, True, chosen(address, run)), len(found))


def alone(unit):
    """Grade all submissions by one process of this machine."""
    with open_run(load_course(Path(".")), unit, isolated=True) as run:
        found = run.submissions([])
        return _measured(run.grade(found, 1, True), len(found))


def _measured(outcomes, count):
    """Return seconds from the first outcome on, of this process and of all below it, and memory."""
    began, used, all_used, everybody, early = 0.0, 0.0, 0.0, 0.0, 0.0
    for number, outcome in enumerate(outcomes, 1):
        if outcome.status != "graded":
            raise RuntimeError(outcome)
        if number == 1:
            began, used, all_used = time.perf_counter(), time.process_time(), _everybodys()
        if number <= FIRST:
            early = _megabytes()
        if number == count:  # its workers are there still
            everybody = _everybodys() - all_used
    return {
        "n": count - 1,
        "seconds": time.perf_counter() - began,
        "processor": time.process_time() - used,
        "everybody": everybody,
        "early": early,
        "late": _megabytes(),
    }


def _everybodys():
    """Return the processor time of this process and of all below it, those included that ended."""
    whole = 0.0
    for process in [psutil.Process(), *psutil.Process().children(recursive=True)]:
        with suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            whole += times.user + times.system + times.children_user + times.children_system
    return whole


def _megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    measure, *words = sys.argv[1:]
    print(json.dumps(globals()[measure](*words)))
