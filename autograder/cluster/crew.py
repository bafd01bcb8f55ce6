"""Grades submissions on a cluster: a few for each worker at a time, whoever may die meanwhile.

Dask decides where a submission runs. What is decided here is how many are under way, what becomes
of those whose worker was lost, and when one that takes long is given to a second worker as well.
"""

import pickle
import queue
import statistics
import time
import uuid
from collections import deque
from collections.abc import Iterator
from typing import Any

from distributed import Client, KilledWorker

from autograder.cluster import worker
from autograder.cluster.flights import Attempt, Flight
from autograder.cluster.parcels import pack
from autograder.cluster.place import Died
from autograder.cluster.told import decode
from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.job import Job
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import SubmissionResult, Ungradable
from autograder.problems import CannotStart

AHEAD = 2
"""So many submissions are under way for each worker: the next one waits there for the present."""

MOST_DEATHS = 2
"""So many workers may die of a submission."""

MOST_TRIES = 12
"""So often a submission is sent out, whatever was the cause."""

LOOK = 1.0
"""Seconds between two looks at what takes long."""

SLOW = 10.0
"""Seconds after which a submission is given to an idle worker as well, or some times the usual."""

TIMES_USUAL = 4.0
NOBODY = 60.0
"""Seconds without any worker, or without a word of the scheduler, after which a run ends."""

LOST = (
    "The connection to the cluster at {address} is lost: what was graded until then is saved. When "
    "its scheduler runs again, the same command goes on with the rest."
)
ALONE = (
    "The cluster at {address} has had no workers for {seconds:.0f} seconds: what was graded until "
    "then is saved. When it has some again, the same command goes on with the rest."
)
KILLED = "{count} workers that graded it died: is there enough memory on those machines?"
FAILED = "It was sent to workers {count} times, and none came to an end."


class ClusterCrew:
    """Grades submissions of one unit on a cluster.

    Parameters
    ----------
    client : distributed.Client
        Connected.
    key : str
        By which workers know the unit.
    assignment : Assignment
        The unit.
    limits : Limits
        What a notebook may take.
    """

    def __init__(self, client: Client, key: str, assignment: Assignment, limits: Limits) -> None:
        self.client = client
        self.assignment = assignment
        self.limits = limits
        self.name = uuid.uuid4().hex
        self._key = key
        self._inbox: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()
        self._attempts: dict[int, Attempt] = {}
        self._flights: list[Flight] = []
        self._ready: deque[SubmissionResult] = deque()
        self._lost: CannotStart | None = None
        self._count = 0
        self._seconds: deque[float] = deque(maxlen=101)
        self._workers: set[str] = set()
        self._last_look = self._last_seen = 0.0
        client.subscribe_topic(worker.STARTED + self.name, self._started)

    def another(self) -> "ClusterCrew":
        """Return one for the same unit, for another thread."""
        return ClusterCrew(self.client, self._key, self.assignment, self.limits)

    def grade(self, first: Job | None, jobs: list[Job]) -> Iterator[SubmissionResult]:
        """Grade, and yield each result as it comes.

        Parameters
        ----------
        first : Job or None
            Is graded, and its result yielded, before any other begins.
        jobs : list of Job
            In any order. A submission whose worker is lost runs again elsewhere; what kills a
            second worker is ungradable.

        Raises
        ------
        CannotStart
            If the scheduler is lost, or all workers are, for longer than a moment.
        """
        self._last_seen = time.monotonic()
        try:
            for batch in ([first] if first else [], jobs):
                yield from self._batch(iter(batch))
        finally:
            for attempt in self._attempts.values():
                attempt.future.cancel()
            self._attempts.clear()
            self._flights.clear()

    def at_hand(self) -> bool:
        """Whether the next result has come already."""
        return bool(self._ready)

    def _batch(self, jobs: Iterator[Job]) -> Iterator[SubmissionResult]:
        waiting = True
        self._look()
        while True:
            while waiting and self._lost is None and self._under_way() < self._most():
                job = next(jobs, None)
                waiting = job is not None
                if job is not None:
                    flight = Flight(job, since=time.monotonic())
                    self._flights.append(flight)
                    self._send(flight)
            while self._ready:
                yield self._ready.popleft()
            if self._lost is not None:
                raise self._lost
            if self._flights:
                self._hear(waiting)
            elif not waiting:
                return

    def _under_way(self) -> int:
        return len(self._flights) + len(self._ready)

    def _most(self) -> int:
        return AHEAD * max(1, len(self._workers))

    def _hear(self, waiting: bool) -> None:
        """Wait for what comes next, and take in what has come with it.

        If the cluster is lost, that is said when the results that came before are handed on.
        """
        try:
            self._heard(*self._inbox.get(timeout=LOOK))
            while not self._inbox.empty():
                self._heard(*self._inbox.get())
        except queue.Empty:
            if not waiting:
                self._send_slow_ones_again()
        except CannotStart as reason:
            self._lost = reason
            return
        try:
            self._look()
        except CannotStart as reason:
            self._lost = reason

    # One attempt

    def _send(self, flight: Flight, workers: list[str] | None = None) -> None:
        """Send a submission to a worker; it lands at once if there is nothing to be sent."""
        job = flight.job
        if flight.tries >= MOST_TRIES:
            self._land(flight, self._ungradable(job, FAILED.format(count=flight.tries)))
            return
        try:
            packed = pickle.dumps((job, pack(job.folder, self.assignment, self.limits)))
        except Ungradable as reason:
            self._land(flight, self._ungradable(job, str(reason)))
            return
        except Exception as error:  # one submission's trouble must not stop the others
            problem = f"Reading it failed ({type(error).__name__}: {error})."
            self._land(flight, self._ungradable(job, problem))
            return
        self._count += 1
        number = self._count
        future = self.client.submit(
            worker.grade,
            self.name,
            number,
            self._key,
            packed,
            key=(f"grade-{self.name}", number),
            workers=workers,
            pure=False,
        )
        self._attempts[number] = Attempt(flight, future)
        flight.attempts.add(number)
        flight.tries += 1
        self.client.loop.add_callback(self._fetch, number, future)

    async def _fetch(self, number: int, future: Any) -> None:
        """Put what comes of an attempt into the inbox; this runs in the client's own thread."""
        try:
            said = await self.client.gather(future, asynchronous=True)
        except BaseException as error:
            said = error
        self._inbox.put((number, said))

    def _started(self, event: tuple[float, dict]) -> None:
        """Note that a worker begins with an attempt; this runs in the client's own thread."""
        attempt = self._attempts.get(event[1]["number"])
        if attempt is not None:
            attempt.where = event[1]["worker"]

    def _heard(self, number: int, said: Any) -> None:
        """Take in what came of an attempt."""
        attempt = self._attempts.pop(number, None)
        if attempt is None:
            return  # another one was quicker
        flight = attempt.flight
        flight.attempts.discard(number)
        if isinstance(said, bytes):
            try:
                result = decode(said, flight.job, self.assignment)
            except Exception as error:  # one worker's nonsense must not stop the others
                result = self._ungradable(flight.job, f"A worker's answer is none ({error}).")
            self._seconds.append(result.seconds)
            self._land(flight, result)
            return
        if isinstance(said, Died):
            flight.deaths += 1
        elif isinstance(said, KilledWorker):
            # Those that only waited there for their turn have not killed it.
            flight.deaths += attempt.where == said.last_worker.address
        elif isinstance(said, Exception) and not _is_cancelled(said):
            problem = f"Grading it failed on a worker ({type(said).__name__}: {said})."
            self._land(flight, self._ungradable(flight.job, problem))
            return
        else:
            raise CannotStart(LOST.format(address=self._address()))
        if flight.deaths >= MOST_DEATHS:
            problem = KILLED.format(count=flight.deaths)
            self._land(flight, self._ungradable(flight.job, problem))
        elif not flight.attempts:
            self._send(flight)

    def _land(self, flight: Flight, result: SubmissionResult) -> None:
        for number in flight.attempts:
            self._attempts.pop(number).future.cancel()
        self._flights.remove(flight)
        self._ready.append(result)

    def _ungradable(self, job: Job, problem: str) -> SubmissionResult:
        return SubmissionResult(
            job.student, job.unit, job.fingerprint, seed=job.seed, problem=problem
        )

    # The cluster

    def _look(self) -> None:
        """See who is there.

        Raises
        ------
        CannotStart
            If the scheduler is lost, or nobody has been there for some time.
        """
        now = time.monotonic()
        if now - self._last_look < LOOK:
            return
        self._last_look = now
        if self.client.status != "running":
            raise CannotStart(LOST.format(address=self._address()))
        try:
            asked = self.client.scheduler.ncores  # one that hangs is as good as lost
            self._workers = set(self.client.sync(asked, callback_timeout=NOBODY))
        except Exception:  # the connection can be lost in many ways
            raise CannotStart(LOST.format(address=self._address())) from None
        if self._workers:
            self._last_seen = now
        elif now - self._last_seen > NOBODY:
            raise CannotStart(ALONE.format(address=self._address(), seconds=NOBODY))

    def _send_slow_ones_again(self) -> None:
        """Give what takes long to workers that have nothing to do: the first result counts."""
        busy = {attempt.where for attempt in self._attempts.values()}
        idle = sorted(self._workers - busy)
        usual = statistics.median(self._seconds) if self._seconds else 0.0
        patience = max(SLOW, TIMES_USUAL * usual)
        for flight in [*self._flights]:
            waits = time.monotonic() - flight.since
            # Longer each time: what takes minutes by nature must not use up all its tries.
            count = len(flight.attempts)
            again = count > 0 and flight.tries < MOST_TRIES
            if idle and again and waits > patience * (2**count - 1):
                self._send(flight, idle)

    def _address(self) -> str:
        return self.client.scheduler.address if self.client.scheduler else "the given address"


def _is_cancelled(error: BaseException) -> bool:
    return "Cancelled" in type(error).__name__
