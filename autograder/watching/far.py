"""Places on a Dask cluster: `autograder watch --cluster` has its submissions graded there.

The loop forks processes, and so has one thread only; Dask's client needs several. It lives in a
process of its own, the gate, which has a connection for each place.
"""

import logging
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.engine.sandbox.isolation import die_with_parent
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.job import Job
from autograder.engine.submission.limits import Limits
from autograder.problems import CannotStart
from autograder.threads import process_context
from autograder.watching.exchange import Failed
from autograder.watching.places import CANNOT, DONE, READY, Died, Place, await_ready

if TYPE_CHECKING:
    from autograder.cluster.crew import ClusterCrew

MOST = 64
"""So many submissions at most are on the cluster; as many as it has workers, if these are fewer."""

LOOK = 1.0
"""Seconds between two looks at how many workers there are."""

ENDED = "The process that speaks with the cluster ended: it is to be started again."


@dataclass(frozen=True)
class Prepared:
    """What a cluster has to know of a unit; its names are those of `Run`.

    Parameters
    ----------
    base : str
        A hash of all that a unit's grades depend on.
    assignment : Assignment
    limits : Limits
    sandbox : Sandbox
    """

    base: str
    assignment: Assignment
    limits: Limits
    sandbox: Sandbox


class Gate:
    """The process that speaks with the cluster, as the loop sees it.

    Parameters
    ----------
    address : str
        Of the cluster's scheduler.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._ends: dict[int, Connection] = {}
        self.process: Any = None

    def connection(self, number: int) -> Connection:
        """Return the connection of a place; the process is started if there is none."""
        if self.process is None or not self.process.is_alive() or number not in self._ends:
            self._start()
        return self._ends.pop(number)

    def _start(self) -> None:
        self.stop()
        context = process_context()
        pairs = [context.Pipe() for _ in range(MOST)]
        theirs = [pair[1] for pair in pairs]
        arguments = (self._address, theirs, os.getpid())
        self.process = context.Process(target=_serve, args=arguments, daemon=True)
        self.process.start()
        for end in theirs:
            end.close()
        self._ends = {number: pair[0] for number, pair in enumerate(pairs)}

    def stop(self) -> None:
        """End the process; what is on the cluster is not waited for."""
        for end in self._ends.values():
            end.close()
        self._ends = {}
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.process = None


class FarPlace(Place):
    """A place on the cluster: it grades, and its pages are made on this machine.

    Parameters
    ----------
    number : int
        From 0 on.
    gate : Gate
        Common to all of them.
    """

    tasks = (True,)

    def __init__(self, number: int, gate: Gate) -> None:
        super().__init__(number, Sandbox(walls=False), Path())
        self.name = "cluster"
        self._gate = gate

    def start(self) -> None:
        """Be connected; the gate says later whether there is a worker for this place."""
        self.stop()
        self.connection = self._gate.connection(self.number)
        self._process = self._gate.process
        self._began = time.monotonic()

    def grade(self, work: Any) -> None:
        """Have a submission graded."""
        unit = work.unit
        prepared = Prepared(unit.base, unit.assignment, unit.limits, unit.sandbox)
        self._hand_over(work, (work.job, prepared))

    def result(self) -> Any:
        """Return what came of a submission, or None as long as there is nothing.

        Raises
        ------
        Failed
            If the cluster is lost, for which no submission is to blame.
        """
        try:
            return super().result()
        except Died:
            raise Failed(self.refused or ENDED) from None

    def stop(self) -> None:
        """Leave the gate."""
        self.ready = False
        self._process = None  # it is the gate's
        super().stop()


@contextmanager
def open_far_places(address: str) -> Iterator[list[Place]]:
    """Provide places on a cluster, of which some are ready.

    Parameters
    ----------
    address : str
        Of its scheduler; where it is empty, there are none.

    Raises
    ------
    CannotStart
        If nobody answers there, or nobody would grade.
    """
    if not address:
        yield []
        return
    gate = Gate(address)
    places = [FarPlace(number, gate) for number in range(MOST)]
    try:
        for place in places:
            place.start()
        try:
            await_ready(places[0])
        except Failed as reason:
            raise CannotStart(str(reason)) from None
        yield list(places)
    finally:
        for place in places:
            place.stop()
        gate.stop()


# In the gate


def _serve(address: str, ends: list[Connection], parent: int) -> None:
    """Be the gate."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that gives orders decides
    die_with_parent(parent)
    logging.disable()  # what is lost is said in our own words
    door = _Door(address, ends)
    for number in range(len(ends)):
        threading.Thread(target=door.serve, args=(number,), daemon=True).start()
    try:
        door.tell_of_workers()
    except CannotStart as reason:
        door.end(reason.message)


class _Door:
    """Hands submissions from the connections to the cluster; one thread for each connection."""

    def __init__(self, address: str, ends: list[Connection]) -> None:
        self._address = address
        self._ends = ends
        self._locks = [threading.Lock() for _ in ends]
        self._opening = threading.Lock()
        self._open = ExitStack()
        self._crews: dict[str, ClusterCrew] = {}

    def serve(self, number: int) -> None:
        """Have one submission after the other graded."""
        crews: dict[str, ClusterCrew] = {}
        try:
            while True:
                job, prepared = self._ends[number].recv()
                crew = crews.get(prepared.base)
                if crew is None:
                    crew = crews[prepared.base] = self._crew(prepared).another()
                self._say(number, DONE, _graded(crew, job))
        except CannotStart as reason:
            self.end(reason.message)
        except EOFError:
            os._exit(0)
        except Exception as error:  # whatever Dask may raise, the loop has to hear of it
            self.end(f"The cluster at {self._address} failed ({type(error).__name__}: {error}).")

    def _crew(self, prepared: Prepared) -> "ClusterCrew":
        from autograder.cluster.connecting import cluster_crew

        with self._opening:
            if prepared.base not in self._crews:
                made = self._open.enter_context(cluster_crew(self._address, prepared))
                self._crews[prepared.base] = made
            return self._crews[prepared.base]

    def tell_of_workers(self) -> None:
        """Say of each place, from now on, whether there is a worker for it.

        Raises
        ------
        CannotStart
            If the cluster is not there, or not any more.
        """
        from autograder.cluster.connecting import count_workers

        told = 0
        for count in count_workers(self._address):
            for number in range(told, min(count, MOST)):
                self._say(number, READY, "")
            for number in range(count, told):
                self._say(number, CANNOT, "")
            told = min(count, MOST)
            time.sleep(LOOK)

    def end(self, sentence: str) -> None:
        """Say why there is no cluster any more, and end."""
        for number in range(len(self._ends)):
            with suppress(OSError):
                self._say(number, CANNOT, sentence)
        os._exit(1)

    def _say(self, number: int, what: str, value: Any) -> None:
        with self._locks[number]:
            self._ends[number].send((what, value))


def _graded(crew: "ClusterCrew", job: Job) -> Any:
    [result] = crew.grade(None, [job])
    return result
