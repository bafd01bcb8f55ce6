"""The grader behind a desk: `autograder watch`, started with `course lab` and ended with it.

It runs as a process of its own, ``python -m course.desk.grader OWN EXCHANGE COURSE_ID``, which
prepares the course folder, starts the command, and starts it again should it end. It stops when its
standard input closes: that happens however `course lab` ends, be it killed.
"""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

from filelock import FileLock, Timeout

from course.desk.desk import Desk
from course.desk.ending import ended_with
from course.desk.exchange import Exchange
from course.desk.files import as_json, read_dict
from course.desk.grading import (
    grading_environment,
    last_line,
    prepare,
    prepared_folder,
    solved_units,
)
from course.desk.released import CourseError
from course.language import say

STATE = "grader.json"
LOCK = "grader.lock"
"""Held as long as a grader stands behind the desk."""

QUIET = 10.0
"""For so many seconds the machine belongs to JupyterLab, which is starting."""

LONGEST = 60.0
"""The most seconds between two attempts to start it."""

GRADED = re.compile(r"(\S+) .+: graded\b")
UNGRADABLE = re.compile(r"(\S+) .+: ungradable\b")
"""How the command says what became of a submission; the line below the latter has the reason."""

COMMAND = [sys.executable, "-m", "autograder", "watch", "--jobs", "1"]
"""One learner submits one unit at a time."""

WITHOUT = "Everything else works: the tests that you see, Validate, and handing in."


ENDED = (
    "The grader has ended: what you hand in is kept, and graded when you have stopped JupyterLab "
    "and started `course lab` again."
)


def start_grader(desk: Desk, exchange: Exchange) -> subprocess.Popen:
    """Start the grader of a desk; closing what is returned, or ending this process, stops it.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    exchange : Exchange
        The exchange inside it.
    """
    words = [
        sys.executable,
        "-m",
        "course.desk.grader",
        desk.own,
        exchange.root,
        exchange.course_id,
    ]
    return subprocess.Popen(
        [str(word) for word in words],
        cwd=desk.own,
        env=grading_environment(desk.own),
        stdin=subprocess.PIPE,
        # Ctrl-C is for JupyterLab, which asks before it stops.
        start_new_session=True,
    )


def stop_grader(grader: subprocess.Popen) -> None:
    """Let a grader end after its present step.

    Parameters
    ----------
    grader : subprocess.Popen
        What `start_grader` has returned.
    """
    grader.stdin.close()
    with contextlib.suppress(subprocess.TimeoutExpired, KeyboardInterrupt):
        grader.wait(timeout=20)


def grader_state(desk: Desk) -> tuple[str, str]:
    """Return the state of a desk's grader, and a sentence about it where there is one to say.

    Parameters
    ----------
    desk : Desk
        The learner's desk.

    Returns
    -------
    state : {"off", "preparing", "ready", "unavailable"}
    sentence : str
    """
    found = read_dict(desk.own / STATE)
    if found and _has_ended(desk.own):
        return "off", say(ENDED)
    return str(found.get("state", "off")), str(found.get("sentence", ""))


def _has_ended(own: Path) -> bool:
    """Whether the grader that wrote its state down is not there any more: it was killed."""
    lock = FileLock(own / LOCK)
    try:
        lock.acquire(timeout=0)
    except (Timeout, NotImplementedError, OSError):
        return False
    lock.release()
    return True


class Grader:
    """Keeps `autograder watch` running for one desk.

    Parameters
    ----------
    own : pathlib.Path
        The desk's own folder.
    exchange : Exchange
        The exchange inside the desk.
    """

    def __init__(self, own: Path, exchange: Exchange) -> None:
        self.own = own
        self.exchange = exchange
        self.stop = threading.Event()
        self._isolated = sys.platform == "linux" and shutil.which("bwrap") is not None
        self._told = ""

    def run(self) -> None:
        """Prepare, then watch, until it is to stop."""
        lock = FileLock(self.own / LOCK)
        self.stop.wait(QUIET)
        while not self.stop.is_set():
            # A second `course lab` on this desk: its grader takes over when the first one ends.
            with contextlib.suppress(Timeout), lock.acquire(timeout=0.5):
                try:
                    self._run()
                finally:
                    self._forget()

    def _run(self) -> None:
        tries = 0
        while not self.stop.is_set():
            began = time.monotonic()
            try:
                problem = self._watch(self._prepared())
            except CourseError as error:
                problem = error.message
            except OSError as error:
                problem = f"{error.strerror}: {error.filename}"
            if self.stop.is_set():
                return
            if self._isolated and "--no-isolation" in problem:
                self._isolated = False
                continue
            tries = 0 if time.monotonic() - began > LONGEST else tries + 1
            self._note("unavailable", explained(problem))
            self.stop.wait(min(2.0**tries, LONGEST))

    def _prepared(self) -> Path:
        files = solved_units()
        if not prepared_folder(self.own, files).is_dir():
            self._note(
                "preparing",
                "The grader is being prepared, once for this release of the course; "
                "you can begin to work.",
            )
        return prepare(self.own, self.exchange, files)

    def _watch(self, folder: Path) -> str:
        """Run the command until it ends or is to stop; return its last words."""
        words = [*COMMAND, "--course-dir", str(folder)]
        words += [] if self._isolated else ["--no-isolation"]
        child = subprocess.Popen(
            ended_with(os.getpid(), words),
            cwd=folder,
            env=grading_environment(self.own),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        said: list[str] = []
        reader = threading.Thread(target=self._listen, args=(child, said), daemon=True)
        reader.start()
        try:
            while child.poll() is None and not self.stop.wait(0.1):
                pass
        finally:
            _end(child)
            reader.join(timeout=5)
        return last_line("".join(said))

    def _listen(self, child: subprocess.Popen, said: list[str]) -> None:
        with child.stdout, contextlib.ExitStack() as stack:
            log = None
            # A log that cannot be written must not stop the grading.
            with contextlib.suppress(OSError):
                log = stack.enter_context(open(self.own / "grader.log", "w", encoding="utf-8"))
            for line in child.stdout:
                with contextlib.suppress(OSError):
                    print(line, end="", file=log or io.StringIO(), flush=True)
                before = said[-1] if said else ""
                said[:] = [*said[-20:], line]
                if line.startswith("Watching ") or GRADED.match(line):
                    self._note("ready", "" if self._isolated else NOT_ISOLATED)
                elif (unit := UNGRADABLE.match(before)) and line.startswith("  "):
                    self._note("ready", f"{unit[1]} could not be graded. {line.strip()}")

    def _note(self, state: str, sentence: str) -> None:
        """Write the state down for JupyterLab's pages; say a new sentence in the terminal."""
        with contextlib.suppress(OSError):
            new = self.own / f"{STATE}.new"
            new.write_bytes(as_json({"state": state, "sentence": sentence}))
            new.replace(self.own / STATE)
        if sentence and sentence != self._told:
            print(sentence, flush=True)
        self._told = sentence or self._told

    def _forget(self) -> None:
        with contextlib.suppress(OSError):
            (self.own / STATE).unlink()


NOT_ISOLATED = (
    "What you hand in here runs without a sandbox, as your notebooks do: it is your own code."
)


def explained(problem: str) -> str:
    """Say in one sentence why nothing is graded, and what to do.

    Parameters
    ----------
    problem : str
        The last words of what could not be started.
    """
    if "No module named" in problem:
        return (
            f"The grader is not installed completely ({problem}): install the course again. "
            + WITHOUT
        )
    return f"What you hand in is not graded at present ({problem.rstrip('.')}). {WITHOUT}"


def _end(child: subprocess.Popen) -> None:
    child.terminate()
    try:
        child.wait(timeout=15)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def main() -> None:
    """Run the grader of the desk that the command line names, until standard input closes."""
    own, root, course_id = sys.argv[1:]
    grader = Grader(Path(own), Exchange(Path(root), course_id, own=True))

    def wait_for_the_end() -> None:
        sys.stdin.read()
        grader.stop.set()

    threading.Thread(target=wait_for_the_end, daemon=True).start()
    grader.run()


if __name__ == "__main__":
    main()
