"""A course is opened for watching: its units, its exchange, and the processes that grade."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from nbgrader.api import Gradebook
from nbgrader.exchange.default import Exchange as FolderExchange

from autograder.course import Course
from autograder.engine.run.opening import open_gradebook, unplaced_run
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.pages.exporter import FeedbackExporter, regions_of
from autograder.pages.work import Style
from autograder.problems import CannotStart
from autograder.watching.exchange import Exchange
from autograder.watching.far import open_far_places
from autograder.watching.inbound import Inbound
from autograder.watching.loop import Watch
from autograder.watching.places import open_places
from autograder.watching.polled import Polled
from autograder.watching.settling import settle, takes_no_time
from autograder.watching.telling import Teller
from autograder.watching.unit import WatchedUnit


@dataclass(frozen=True)
class How:
    """How a watch was asked for.

    Parameters
    ----------
    once : bool
        Whether it ends when all is done.
    jobs : int
        How many submissions are graded at a time, or pages made, on this machine.
    cluster : str
        The address of the Dask scheduler on whose cluster submissions are graded, if there is one.
    isolated : bool
        Whether learners' code runs in the sandbox.
    """

    once: bool
    jobs: int
    cluster: str
    isolated: bool


@contextmanager
def open_watch(course: Course, names: list[str], how: How, teller: Teller) -> Iterator[Watch]:
    """Open a course for watching; the caller has its lock.

    Parameters
    ----------
    course : Course
        Its folder and configuration.
    names : list of str
        The units; all that the gradebook knows where the list is empty.
    how : How
        How it was asked for.
    teller : Teller
        Says what happens.

    Raises
    ------
    CannotStart
        If something that every submission needs is missing.
    """
    with open_gradebook(course) as gradebook:
        exporter = FeedbackExporter(parent=course.app)
        style = Style(
            regions_of(course.app), tuple(exporter.template_paths), course.settings.language
        )
        names = names or _all(gradebook)
        runs = [unplaced_run(course, name, gradebook, how.isolated) for name in names]
        units = {run.assignment.name: WatchedUnit(run, style) for run in runs}
        exchange = Exchange(course)
        collector = exchange.collector(course.app.coursedir)
        kind = Inbound if isinstance(collector, FolderExchange) else Polled
        inbound = kind(exchange, list(units))
        with (
            open_places(how.jobs, _for_all([unit.sandbox for unit in units.values()])) as near,
            open_far_places(how.cluster) as far,
        ):
            for unit in filter(takes_no_time, units.values()):
                for line in settle(unit, near[0]):
                    teller.line(line)
            if far:
                for place in near:
                    place.tasks = (False,)
            places = [*near, *far]
            yield Watch(units, gradebook, exchange, inbound, places, teller, retries=not how.once)


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
