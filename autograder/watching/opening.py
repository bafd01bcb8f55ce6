"""A course is opened for watching: its units, its exchange, and the processes that grade."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from nbgrader.api import Gradebook
from nbgrader.exchange.default import Exchange as FolderExchange

from autograder.course import Course
from autograder.engine.run.dispatch import this_machines
from autograder.engine.run.opening import make_run, open_gradebook
from autograder.engine.run.told_inside import told_inside
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.pages.exporter import FeedbackExporter, regions_of
from autograder.pages.work import Style
from autograder.problems import CannotStart
from autograder.watching.exchange import Exchange
from autograder.watching.inbound import Inbound
from autograder.watching.loop import Watch
from autograder.watching.places import Died, Place, open_places, pause
from autograder.watching.polled import Polled
from autograder.watching.telling import Teller
from autograder.watching.unit import DIED, WatchedUnit


@contextmanager
def open_watch(
    course: Course, names: list[str], jobs: int, isolated: bool, once: bool, teller: Teller
) -> Iterator[Watch]:
    """Open a course for watching; the caller has its lock.

    Parameters
    ----------
    course : Course
        Its folder and configuration.
    names : list of str
        The units; all that the gradebook knows where the list is empty.
    jobs : int
        How many submissions are graded at a time.
    isolated : bool
        Whether learners' code runs in the sandbox.
    once : bool
        Whether it ends when all is done.
    teller : Teller
        Says what happens.

    Raises
    ------
    CannotStart
        If something that every submission needs is missing.
    """
    with open_gradebook(course) as gradebook:
        exporter = FeedbackExporter(parent=course.app)
        style = Style(regions_of(course.app), tuple(exporter.template_paths))
        runs = [make_run(course, name, gradebook, isolated) for name in names or _all(gradebook)]
        units = {run.assignment.name: WatchedUnit(run, style) for run in runs}
        exchange = Exchange(course)
        collector = exchange.collector(course.app.coursedir)
        kind = Inbound if isinstance(collector, FolderExchange) else Polled
        inbound = kind(exchange, list(units))
        with open_places(jobs, _for_all([unit.sandbox for unit in units.values()])) as places:
            for unit in units.values():
                _check_own_solution(unit, places[0])
                for line in [*told_inside(unit.assignment), *unit.own.failing()]:
                    teller.line(line)
            yield Watch(units, gradebook, exchange, inbound, places, teller, retries=not once)


def _all(gradebook: Gradebook) -> list[str]:
    found = sorted(unit.name for unit in gradebook.assignments if unit.notebooks)
    if not found:
        raise CannotStart(
            "The gradebook knows no unit with notebooks: `autograder grade UNIT` records one."
        )
    return found


def _for_all(sandboxes: list[Sandbox]) -> Sandbox:
    """Return one sandbox that has what each of several has."""
    packages = dict.fromkeys(name for each in sandboxes for name in each.packages)
    imports = dict.fromkeys(line for each in sandboxes for line in each.imports)
    withheld = tuple(dict.fromkeys(name for each in sandboxes for name in each.withheld))
    packages, imports = tuple(packages), tuple(imports)
    return replace(sandboxes[0], packages=packages, imports=imports, withheld=withheld)


def _check_own_solution(unit: WatchedUnit, place: Place) -> None:
    """See that the course's own solution passes its tests, as `autograder grade` does."""
    job = unit.own.job()
    if job is None:
        return
    place.begin(job, this_machines().grade, job, unit.assignment, unit.limits)
    try:
        while (result := place.result()) is None:
            pause([place], 1.0)
    except Died:
        raise CannotStart(f"{unit.name}: {DIED}") from None
    place.work = None
    unit.own.check(result)
