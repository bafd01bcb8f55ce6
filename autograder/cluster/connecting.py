"""A cluster is connected with for one unit: who is there, and do all of them grade alike."""

import gc
import logging
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import click
import dask
from distributed import Client

from autograder.cluster import scheduler, worker
from autograder.cluster.certificates import ENCRYPTED, check_certificate, untrusted
from autograder.cluster.crew import LOST, ClusterCrew
from autograder.cluster.place import Unit
from autograder.cluster.versions import described, differences
from autograder.engine.run.run import Run
from autograder.engine.submission.fingerprint import digest
from autograder.engine.submission.job import Job
from autograder.engine.submission.results import SubmissionResult
from autograder.problems import CannotStart

SECONDS = 20.0
"""So long the scheduler may take to answer."""

PATIENCE = 60.0
"""Seconds until the first worker must be there, and until all of them must have answered."""

FAREWELL = 5.0
"""Seconds for which workers are asked to forget the unit: one that hangs holds nobody back."""

HOW_TO_START = "`dask worker {address} --nthreads 1 --preload autograder.cluster.worker`"
SETTINGS = {
    # A submission may be as large as its cap.
    "distributed.admin.large-graph-warning-threshold": "1 GiB",
}


class OnCluster:
    """Grades on a cluster, and connects with it only when there is something to grade.

    Parameters
    ----------
    address : str
        Of its scheduler.
    run : Run
        Over the unit's submissions.
    """

    def __init__(self, address: str, run: Run) -> None:
        self._address = address
        self._run = run
        self._crew: ClusterCrew | None = None

    def grade(self, first: Job | None, jobs: list[Job]) -> Iterator[SubmissionResult]:
        """Grade, and yield each result as it comes; as `ClusterCrew.grade`.

        Raises
        ------
        CannotStart
            If the cluster is not to be had, or is lost.
        """
        with cluster_crew(self._address, self._run) as self._crew:
            gc.freeze()  # what is loaded by now stays: looking through it takes a sixth of a second
            yield from self._crew.grade(first, jobs)

    def at_hand(self) -> bool:
        """Whether the next result has come already."""
        return self._crew is not None and self._crew.at_hand()


@contextmanager
def cluster_crew(address: str, run: Run) -> Iterator[ClusterCrew]:
    """Provide what grades a unit's submissions on a cluster.

    Parameters
    ----------
    address : str
        Of its scheduler.
    run : Run
        Over the unit's submissions.

    Raises
    ------
    CannotStart
        If nobody is there, or somebody would grade otherwise than this machine.
    """
    if not run.sandbox.walls:
        raise CannotStart(
            "On a cluster submissions are graded in sandboxes alone: leave out --no-isolation, and "
            "start this on Linux."
        )
    with dask.config.set(SETTINGS), _connected(address) as client:
        codecs = {name.partition(".")[0] for name in run.sandbox.codecs}
        packages = tuple(sorted({*run.assignment.packages, *codecs}))
        _await_workers(client, address)
        here = {**described(packages), "preload": "yes"}
        _compare(client, address, packages, here)
        key = digest(run.base, run.sandbox.packages, run.sandbox.imports)[:16]
        unit = pickle.dumps(Unit(run.assignment, run.limits, run.sandbox))
        plugin = worker.BringUnit(key, unit, packages, here)
        _ask(client, address, client.register_plugin, plugin)
        try:
            yield ClusterCrew(client, key, run.assignment, run.limits)
        finally:
            with suppress(Exception):  # the scheduler may be gone, a worker may hang
                if client.status == "running":
                    _within(client, FAREWELL, client.unregister_worker_plugin, plugin.name)


def count_workers(address: str) -> Iterator[int]:
    """Yield how many workers a cluster has at the moment, as often as it is asked.

    Parameters
    ----------
    address : str
        Of its scheduler.

    Raises
    ------
    CannotStart
        If nobody is there, or the connection is lost.
    """
    with _connected(address) as client:
        _await_workers(client, address)
        while client.status == "running":
            try:
                count = len(client.nthreads())
            except Exception:  # the connection can be lost in many ways
                break
            yield count
    raise CannotStart(LOST.format(address=address))


def _silence() -> None:
    """Have Dask say nothing: what is lost is said in our own words."""
    for name in [*logging.root.manager.loggerDict]:
        if name.partition(".")[0] == "distributed":  # some of them have a level of their own
            logging.getLogger(name).setLevel(logging.CRITICAL)


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    _silence()
    check_certificate(address)
    try:
        client = Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        reason = str(error).splitlines()[0].rstrip(".") if str(error) else type(error).__name__
        raise CannotStart(untrusted(address, reason) or _silent(address, reason)) from None
    try:
        yield client
    finally:
        with suppress(Exception):
            client.close(timeout=5)


def _silent(address: str, reason: str) -> str:
    other = "" if address.startswith(ENCRYPTED) else f" (one with TLS begins with {ENCRYPTED})"
    return (
        f"No Dask scheduler answers at {address} ({reason}): start `dask scheduler` there, or "
        f"give its address with --cluster{other}."
    )


def _await_workers(client: Client, address: str) -> None:
    if not client.nthreads():
        click.echo(f"Waiting for workers at {address}.", err=True)
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        raise CannotStart(
            f"The cluster at {address} has no workers: start them with "
            f"{HOW_TO_START.format(address=address)}."
        ) from None


def _within(client: Client, seconds: float, call: Callable, *words: Any, **settings: Any) -> Any:
    """Call what asks all workers; raise TimeoutError if one of them does not answer in time."""

    async def asked() -> Any:
        return await call(*words, **settings)

    return client.sync(asked, callback_timeout=seconds)


def _ask(client: Client, address: str, call: Callable, *words: Any, **settings: Any) -> Any:
    try:
        return _within(client, PATIENCE, call, *words, **settings)
    except TimeoutError:
        raise CannotStart(
            f"Not all workers of the cluster at {address} have answered within {PATIENCE:.0f} "
            "seconds: end those that hang, and start this again."
        ) from None


def _compare(client: Client, address: str, packages: tuple[str, ...], here: dict) -> None:
    """See that the scheduler and every worker have the versions that are here.

    Raises
    ------
    CannotStart
        With the names of what differs.
    """
    lines = []
    started = HOW_TO_START.format(address=address)
    answers = _ask(client, address, client.run, worker.told, packages, on_error="return")
    for name, told in answers.items():
        if isinstance(told, Exception):
            lines.append(f"  The worker {name} cannot tell what is installed there ({told}).")
        elif told["preload"] != "yes":
            lines.append(f"  The worker {name} is not for grading: start it with {started}.")
        elif found := differences(here, told):
            lines.append(f"  The worker {name}: {found}.")
    if found := client.run_on_scheduler(scheduler.prepare, client.id, here):
        lines.append(f"  The scheduler: {found}.")
    if lines:
        raise CannotStart("\n".join(["The cluster's machines would not grade alike:", *lines]))
