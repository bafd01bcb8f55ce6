"""What `autograder watch` does: from Submit to feedback, without a hand."""

import signal
import sys
import time
from contextlib import chdir
from pathlib import Path
from types import FrameType

from autograder.cluster.chosen import chosen_address
from autograder.course import Course, load_course
from autograder.engine.gradebook.locking import AtWork, locked
from autograder.engine.gradebook.recording import units_with_release
from autograder.engine.gradebook.server import is_postgresql
from autograder.engine.run.opening import record
from autograder.problems import CannotStart
from autograder.watching.loop import Watch
from autograder.watching.opening import How, open_watch
from autograder.watching.reports import Reports
from autograder.watching.telling import Teller

REOPEN = 5.0
"""Seconds until a course that cannot be read at the moment is tried again."""


def watch(
    units: tuple[str, ...], once: bool, jobs: int, cluster: str, root: Path, no_isolation: bool
) -> None:
    """Run the command; its words are those of ``autograder watch``."""
    course = load_course(root)
    how = How(once, jobs, chosen_address(cluster, course), isolated=not no_isolation)
    if how.cluster and no_isolation:
        raise CannotStart("On a cluster submissions are graded in sandboxes alone: leave one out.")
    teller = Teller()
    stop = _Stop()
    try:
        # nbgrader reads the exchange's relative paths from the course folder.
        with chdir(course.root):
            complete = _watch(course, list(units), how, teller, stop)
    finally:
        teller.close()
    if once and not complete:
        sys.exit(1)


class _Stop:
    """Ctrl-C and SIGTERM ask the loop to end after its present step; a second one does not wait."""

    def __init__(self) -> None:
        self.asked = False

    def listen(self) -> None:
        """Take signals from now on."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ask)

    def _ask(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        signal.signal(number, signal.default_int_handler)


def _watch(course: Course, units: list[str], how: How, teller: Teller, stop: _Stop) -> bool:
    """Watch, and open the course again when a unit has changed; return whether all was done.

    The lock is asked for anew with each opening: what the server of a database held for us is gone
    with the connection. One that another has is waited for where that one may be on another
    machine, to take over its work.
    """
    began = False
    reports = Reports(course, teller)
    while True:
        try:
            with locked(course):
                if not began:  # later, somebody may be at generating a unit
                    record(course, units or units_with_release(course))
                with open_watch(course, units, how, teller) as opened:
                    stop.listen()
                    if not began:
                        _greet(opened, teller, how)
                    began = True
                    teller.over("course", "The course is open again.")
                    if not _run(opened, how.once, stop, reports):
                        continue
                    if not how.once:
                        teller.line("Stopped.")
                    return opened.is_complete()
        except AtWork as reason:
            if how.once or not (began or is_postgresql(course)):
                raise
            stop.listen()
            teller.trouble("course", f"{reason.message} This one takes over then.")
        except CannotStart as reason:
            if how.once or not began:
                raise
            teller.trouble("course", reason.message)
        until = time.monotonic() + REOPEN
        while time.monotonic() < until:
            if stop.asked:
                return False
            time.sleep(0.1)


def _run(opened: Watch, once: bool, stop: _Stop, reports: Reports) -> bool:
    """Go on until it is to stop, or, once, until all is done; return False if a unit changed."""
    opened.catch_up()
    while not stop.asked:
        if not opened.step():
            return False
        if once and opened.is_idle():
            for text in opened.inbound.half_written():
                opened.teller.line(text)
            reports.renew(opened.done)
            break
        reports.look(opened.done, opened.is_idle())
    return True


def _greet(opened: Watch, teller: Teller, how: How) -> None:
    names = ", ".join(opened.units)
    teller.line(f"Watching {names} in {opened.inbound.folder}.")
    if how.cluster:
        teller.line(f"Submissions are graded on the cluster at {how.cluster}.")
    if not how.isolated:
        teller.line("Not isolated: learners' code runs with your own rights.")
