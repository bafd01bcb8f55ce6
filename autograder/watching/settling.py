"""A unit is settled before the first of its submissions is graded: where do its tests run?

The trials that find it, and the course's own solution, run in a place of the watch. A unit of which
all this is known needs no time; the others wait until somebody has submitted.
"""

import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from autograder.engine.run.dispatch import Backend, this_machines
from autograder.engine.run.opening import places_of
from autograder.engine.run.told_inside import told_inside
from autograder.engine.submission.assignment import Assignment
from autograder.problems import CannotStart
from autograder.watching.exchange import Failed
from autograder.watching.places import Died, Place, pause
from autograder.watching.telling import Teller
from autograder.watching.unit import DIED, WatchedUnit

if TYPE_CHECKING:
    from autograder.engine.run.places import Places


def takes_no_time(unit: WatchedUnit) -> bool:
    """Whether it is known where the tests of a unit run, or nothing is to be tried for it."""
    return sys.platform != "linux" or places_of(unit).take_no_time()


def settle(unit: WatchedUnit, place: Place) -> list[str]:
    """Find where a unit's tests run, and see that the course's own solution passes them.

    Parameters
    ----------
    unit : WatchedUnit
        Its submissions can be graded afterwards.
    place : Place
        Is ready, and has nothing to do.

    Returns
    -------
    list of str
        What is to be said of the unit.

    Raises
    ------
    CannotStart
        If its solution cannot be graded, or the place dies.
    """
    if sys.platform != "linux":
        found = unit.assignment
    elif takes_no_time(unit):
        found = places_of(unit).found(this_machines())
    else:
        found = _waited_for(unit, place, _find, places_of(unit))
    unit.place(found)
    job = unit.own.job()
    if job is not None:
        grade = this_machines().grade
        unit.own.check(_waited_for(unit, place, grade, job, unit.assignment, unit.limits))
    unit.is_settled = True
    return [*told_inside(unit.assignment), *unit.own.failing()]


def settle_late(unit: WatchedUnit, places: list[Place], teller: Teller) -> None:
    """Settle a unit that is not settled yet; nothing else is handed out meanwhile.

    Raises
    ------
    Failed
        If that cannot be done, or every place is at work.
    """
    if unit.is_settled:
        return
    place = next((place for place in places if place.ready and place.work is None), None)
    if place is None:
        raise Failed(f"{unit.name}: every process that grades is at work.")
    teller.line(f"{unit.name}: its tests are tried before the first submission is graded.")
    try:
        lines = settle(unit, place)
    except CannotStart as reason:
        raise Failed(reason.message) from None
    for line in lines:
        teller.line(line)


def _waited_for(unit: WatchedUnit, place: Place, *call: Any) -> Any:
    """Have a function called in a place, and wait for what it returns."""
    place.begin(unit, *call)
    try:
        while (result := place.result()) is None:
            pause([place], 1.0)
    except Died:
        raise CannotStart(f"{unit.name}: {DIED}") from None
    finally:
        place.work = None
    return result


class _InThisProcess(Executor):
    """Stands for the processes that try tests, in a process that has a slot itself."""

    def submit(self, function: Callable, /, *arguments: Any, **more: Any) -> Future:
        """Call a function."""
        done: Future = Future()
        done.set_result(function(*arguments, **more))
        return done


def _find(places: "Places") -> Assignment:
    return places.found(Backend(lambda *_: nullcontext(_InThisProcess()), this_machines().grade))
