"""What makes a Dask worker one that grades: `dask worker --preload autograder.cluster.worker`.

A worker has one thread and one place beside it, where submissions run; it only hands bytes on.
"""

import os
import resource
import sys
from contextlib import suppress
from functools import cache
from typing import Any

import click
from distributed import Worker, WorkerPlugin, get_worker

from autograder.cluster.place import Died, Place
from autograder.cluster.scheduler import plugin_name
from autograder.cluster.versions import described, differences
from autograder.engine.checker.process import MEMORY
from autograder.engine.sandbox.sandbox import NoSandbox, Sandbox

STARTED = "autograder-started-"
"""Under this topic, and a run's name, a worker tells the run what it begins with."""

PRELOADED = "autograder"

DOES_NOT_JOIN = "This worker does not join: {reason}"
ONE_THREAD = "a worker grades one submission at a time: start it with --nthreads 1."
TOO_LITTLE = (
    "its processes may have no more than {most:.1f} GiB of address space each (`ulimit -v`), and "
    "those that run tests set themselves a limit of {needed:.0f} GiB."
)
REFUSED = 2
"""The exit status of a worker that does not join."""

_units: dict[str, bytes] = {}
_keys: dict[str, str] = {}
"""Run -> the key of its unit: two runs may grade the same unit."""

_places: dict[str, Place] = {}


@cache
def _hindrance() -> str:
    """Return why submissions cannot be graded on this machine; empty where they can."""
    most = resource.getrlimit(resource.RLIMIT_AS)[1]
    if most != resource.RLIM_INFINITY and most < MEMORY:
        return TOO_LITTLE.format(most=most / 2**30, needed=MEMORY / 2**30)
    try:
        Sandbox.prepared((), (), ())
    except NoSandbox as reason:
        return reason.cause
    return ""


class DoesNotJoin(click.ClickException):
    """Ends `dask worker` with one sentence."""

    exit_code = REFUSED

    def show(self, file: Any = None) -> None:
        """Say it."""
        click.echo(self.message, file=file, err=file is None)


class Setup(click.Command):
    """`dask worker` reads a preload's own options before it starts anything, and so asks here.

    Later, in a worker that has begun, Dask would follow the sentence with pages of its own.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read no options.

        Raises
        ------
        DoesNotJoin
            If `dask worker` has been called where, or in a way in which, nothing can be graded.
        """
        rest = super().parse_args(ctx, args)
        command = click.get_current_context(silent=True)
        if command is not None and command is not ctx:
            threads = command.params.get("nthreads")
            reason = ONE_THREAD if threads != 1 else _hindrance()
            if reason:
                raise DoesNotJoin(DOES_NOT_JOIN.format(reason=reason))
        return rest


@click.command(cls=Setup)
async def dask_setup(worker: Worker) -> None:
    """Look whether submissions can be graded here; a worker where they cannot does not join."""
    reason = ONE_THREAD if worker.state.nthreads != 1 else _hindrance()
    if reason:
        await _refuse(worker, reason)
    _units.setdefault(PRELOADED, b"")


def dask_teardown(worker: Worker) -> None:
    """End the place."""
    _close_places()


async def _refuse(worker: Worker, reason: str) -> None:
    print(DOES_NOT_JOIN.format(reason=reason), file=sys.stderr, flush=True)
    if worker.nanny:  # it would start one after the other; this process is its own
        with suppress(OSError):
            await worker.rpc(worker.nanny).close_gracefully(reason=reason)
        os._exit(REFUSED)
    sys.exit(REFUSED)


def told(packages: tuple[str, ...]) -> dict[str, str]:
    """Return what a grade depends on here, and whether this process was started for grading."""
    return {**described(packages), "preload": "yes" if PRELOADED in _units else "no"}


class BringUnit(WorkerPlugin):
    """Brings a unit to a worker, once: also to those that join while it is graded.

    Parameters
    ----------
    run : str
        The id of the run's client; whoever grades the same unit meanwhile brings it as well.
    key : str
        The unit's own.
    unit : bytes
        A pickled `Unit`.
    packages : tuple of str
        Top-level modules that its notebooks import.
    here : dict
        What a grade depends on, where it is saved.
    """

    def __init__(
        self, run: str, key: str, unit: bytes, packages: tuple[str, ...], here: dict[str, str]
    ) -> None:
        self.name = plugin_name(run)
        self.run = run
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
        _keys[self.run] = self.key
        _units[self.key] = self.unit

    def teardown(self, worker: Worker) -> None:
        """Forget the unit, unless another run grades it."""
        _keys.pop(self.run, None)
        if self.key in _keys.values():
            return
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
