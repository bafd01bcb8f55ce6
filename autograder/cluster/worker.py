"""What makes a Dask worker one that grades: `dask worker --preload autograder.cluster.worker`.

A worker has one thread and one place beside it, where submissions run; it only hands bytes on.
"""

import sys
from typing import Any

from distributed import Worker, WorkerPlugin, get_worker

from autograder.cluster.place import Died, Place
from autograder.cluster.versions import described, differences
from autograder.engine.sandbox.sandbox import NoSandbox, Sandbox

STARTED = "autograder-started-"
"""Under this topic, and a run's name, a worker tells the run what it begins with."""

PRELOADED = "autograder"

_units: dict[str, bytes] = {}
_places: dict[str, Place] = {}


def dask_setup(worker: Worker) -> None:
    """Look whether submissions can be graded here; a worker where they cannot does not join."""
    if worker.state.nthreads != 1:
        _refuse("a worker grades one submission at a time: start it with --nthreads 1.")
    try:
        Sandbox.prepared((), (), ())
    except NoSandbox as reason:
        _refuse(reason.cause)
    _units.setdefault(PRELOADED, b"")


def dask_teardown(worker: Worker) -> None:
    """End the place."""
    _close_places()


def _refuse(reason: str) -> None:
    print(f"This worker does not join: {reason}", file=sys.stderr, flush=True)
    sys.exit(2)


def told(packages: tuple[str, ...]) -> dict[str, str]:
    """Return what a grade depends on here, and whether this process was started for grading."""
    return {**described(packages), "preload": "yes" if PRELOADED in _units else "no"}


class BringUnit(WorkerPlugin):
    """Brings a unit to a worker, once: also to those that join while it is graded.

    Parameters
    ----------
    key : str
        The unit's own.
    unit : bytes
        A pickled `Unit`.
    packages : tuple of str
        Top-level modules that its notebooks import.
    here : dict
        What a grade depends on, where it is saved.
    """

    idempotent = True

    def __init__(
        self, key: str, unit: bytes, packages: tuple[str, ...], here: dict[str, str]
    ) -> None:
        self.name = f"autograder-unit-{key}"
        self.key = key
        self.unit = unit
        self.packages = packages
        self.here = here

    def setup(self, worker: Worker) -> None:
        """Keep the unit, or leave the cluster where grades could be others."""
        found = differences(self.here, told(self.packages))
        if found:
            reason = f"This worker leaves: {found}."
            print(reason, file=sys.stderr, flush=True)
            worker.loop.add_callback(worker.close, reason=reason)
            return
        _units[self.key] = self.unit

    def teardown(self, worker: Worker) -> None:
        """Forget the unit."""
        _units.pop(self.key, None)
        if self.key in _places:
            _close_places()


def grade(run: str, number: int, key: str, job: bytes) -> bytes:
    """Grade one submission in this worker's place.

    Parameters
    ----------
    run : str
        The name of the run that wants to know of it.
    number : int
        The attempt's.
    key : str
        The unit's.
    job : bytes
        A pickled job with its packed submission.

    Returns
    -------
    bytes
        As of `encode`.

    Raises
    ------
    Died
        If the place ended meanwhile.
    Refused
        If there is no place to be had here.
    """
    worker: Any = get_worker()
    worker.log_event(STARTED + run, {"number": number, "worker": worker.address})
    if key not in _places:
        _close_places()
        _places[key] = Place(_units[key])
    place = _places[key]
    try:
        if key not in _units:  # the run has ended while the place came up
            raise Died("The run has ended.")
        return place.grade(job)
    except BaseException:
        _close_places()
        raise


def _close_places() -> None:
    while _places:
        _places.popitem()[1].stop()
