"""What a place is doing for a submission, and what could not be done."""

from dataclasses import dataclass, field

from autograder.engine.submission.job import Job
from autograder.pages.work import Job as PageJob
from autograder.watching.unit import WatchedUnit
from autograder.watching.waiting import Key, Waiting

MOST_DEATHS = 2
"""So many processes may die of a submission: the first death can have another cause."""

LONGEST_DELAY = 60.0


@dataclass
class Work:
    """What a place is doing.

    Parameters
    ----------
    waiting : Waiting
        The submission, as it was taken from the queue.
    unit : WatchedUnit
        Its unit.
    job : Job or None
        The grading; None while a page is made.
    pages : list of PageJob
        The pages still to be made, the present one first.
    """

    waiting: Waiting
    unit: WatchedUnit
    job: Job | None = None
    pages: list[PageJob] = field(default_factory=list)


class Undone:
    """What could not be done, and how often it was tried."""

    def __init__(self) -> None:
        self.ungradable: set[Key] = set()
        self.failed: set[Key] = set()
        self._deaths: dict[Key, int] = {}
        self._tries: dict[Key, int] = {}

    def __bool__(self) -> bool:
        return bool(self.ungradable or self.failed)

    def begin_anew(self, key: Key) -> None:
        """Forget everything of a submission: another one has come."""
        self.ungradable.discard(key)
        self.done(key)

    def done(self, key: Key) -> None:
        """Forget the failures of a submission."""
        self.failed.discard(key)
        self._deaths.pop(key, None)
        self._tries.pop(key, None)

    def death(self, key: Key) -> bool:
        """Note that a process died of a submission; return whether it may be tried once more."""
        self._deaths[key] = self._deaths.get(key, 0) + 1
        return self._deaths[key] < MOST_DEATHS

    def delay(self, key: Key) -> float:
        """Note that something failed; return the seconds until it is tried again."""
        self.failed.add(key)
        self._tries[key] = self._tries.get(key, 0) + 1
        return min(2.0 ** self._tries[key], LONGEST_DELAY)
