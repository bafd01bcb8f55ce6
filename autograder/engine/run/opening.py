"""A course is opened for grading: its gradebook, its unit, a sandbox, and a lock for all that."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import click
from nbgrader.api import Gradebook

from autograder.course import Course
from autograder.engine.gradebook.locking import locked
from autograder.engine.gradebook.recording import gradebook_of, missing_file, record_missing
from autograder.engine.run.dispatch import this_machines
from autograder.engine.run.run import Run
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.engine.submission.codecs_named import read_codecs
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.read_assignment import read_assignment
from autograder.problems import CannotStart

if TYPE_CHECKING:
    from autograder.engine.run.places import Places


@contextmanager
def open_run(course: Course, unit: str, isolated: bool) -> Iterator[Run]:
    """Open a course for grading; only one run can have it at a time.

    A unit that the gradebook does not know yet is recorded there first.

    Parameters
    ----------
    course : Course
        Its folder and configuration.
    unit : str
        The unit.
    isolated : bool
        Whether learners' code runs in the sandbox.

    Raises
    ------
    CannotStart
        If another run has it, if there is no such unit, or if there is no sandbox.
    """
    with locked(course):
        record(course, [unit])
        with open_gradebook(course) as gradebook:
            yield make_run(course, unit, gradebook, isolated)


def make_run(course: Course, unit: str, gradebook: Gradebook, isolated: bool) -> Run:
    """Return the run over a unit's submissions, with its tests in their places."""
    run = unplaced_run(course, unit, gradebook, isolated)
    if sys.platform == "linux":  # elsewhere all tests run in the kernel
        run.place(places_of(run).found(this_machines()))
    return run


def places_of(run: Run) -> "Places":
    """Return what finds where the tests of a unit run."""
    from autograder.engine.run.places import Places

    return Places(run.course, run.assignment, run.limits, run.sandbox, run.versions)


def unplaced_run(course: Course, unit: str, gradebook: Gradebook, isolated: bool) -> Run:
    """Return the run over a unit's submissions; where its tests run is still to be found."""
    assignment = read_assignment(course, unit, gradebook)
    sandbox = make_sandbox(course, assignment.packages, assignment.first_imports, isolated)
    sandbox = replace(sandbox, withheld=assignment.withheld)
    limits = Limits(cell_seconds=float(course.seconds_per_cell or Limits.cell_seconds))
    return Run(course, assignment, gradebook, limits, sandbox)


def make_sandbox(
    course: Course, packages: tuple[str, ...], imports: tuple[str, ...], isolated: bool
) -> Sandbox:
    """Return the sandbox for a course's notebooks, from which the course itself is not seen.

    Without walls where it is not wanted, and where the platform has none.

    Raises
    ------
    CannotStart
        If there is no sandbox, or the course names codecs that cannot be loaded.
    """
    codecs = read_codecs(course)
    if isolated and sys.platform == "linux":
        return Sandbox.prepared(packages, imports, (course.root, course.exchange), codecs)
    return Sandbox(packages, imports, walls=False, codecs=codecs)


@contextmanager
def open_gradebook(course: Course) -> Iterator[Gradebook]:
    """Open the course's gradebook.

    Raises
    ------
    CannotStart
        If there is none, or it cannot be opened.
    """
    if path := missing_file(course):
        raise CannotStart(f"There is no gradebook at {path}: `autograder grade UNIT` makes one.")
    with gradebook_of(course) as gradebook:
        yield gradebook


def record(course: Course, units: list[str]) -> None:
    """Have the gradebook know some units, and say which it did not know; the caller has the lock.

    Raises
    ------
    CannotStart
        If one of them is not to be had.
    """
    for sentence in record_missing(course, units):
        click.echo(sentence, err=True)
