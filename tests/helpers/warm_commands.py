"""Commands without the seconds that their imports take: each is a fork of one process.

A test that kills fifty runs would spend most of its time before the moment that counts. What that
process does stands in `commands_served.py`.
"""

import atexit
import contextlib
import functools
import json
import os
import select
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

PRINTED, ERRORS = "printed.txt", "errors.txt"
SERVED = Path(__file__).with_name("commands_served.py")


@dataclass(frozen=True)
class Answer:
    """What a command has said, errors apart."""

    exit_code: int | None
    stdout: str
    stderr: str


class WarmCommands:
    """Starts `autograder` and `nbgrader` commands in a course folder, one after the other.

    The process that they are forks of is itself started with the first of them.
    """

    def __init__(self):
        self._process = None
        self._said = b""
        self._alone = True

    def _begin(self):
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        self._process = subprocess.Popen(
            [sys.executable, "-P", SERVED],
            env={**os.environ, "PATH": path},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        assert self._next(120) == {"ready": True}

    def start(
        self,
        folder,
        *words,
        most_bytes=None,
        dies_at=None,
        stops_at=None,
        home=None,
        errors_apart=False,
    ):
        """Start a command; return its process id, which is the number of its group, too.

        Parameters
        ----------
        folder : pathlib.Path
            Where it runs. What it prints goes to `printed.txt` beside the folder.
        *words : str
            `autograder` or `nbgrader`, then its arguments; or `python` and a script.
        most_bytes : int, optional
            A file may not become longer: the system then refuses to write, as on a full disk.
        dies_at, stops_at : tuple, optional
            Module, function, and which call of it: the process kills itself just before, or stops
            there until it is told to go on.
        home : pathlib.Path, optional
            The home folder, which nbgrader reads settings from; unless given, that of the tests.
        errors_apart : bool
            Whether errors go to a file of their own, `errors.txt`.
        """
        self._give_up_the_last_one()
        if self._process is None:
            self._begin()
        order = {"folder": str(folder), "words": words, "most_bytes": most_bytes}
        order |= {"dies_at": dies_at, "stops_at": stops_at, "home": home and str(home)}
        order |= {"printed": PRINTED, "errors": ERRORS if errors_apart else PRINTED}
        (folder.parent / PRINTED).write_text("")
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._alone = False
        return self._next(60)["pid"]

    def status(self, seconds=300):
        """Wait for the end of the command; return its exit status or minus its signal.

        None if it is still running after these seconds.
        """
        return (self._next(seconds) or {}).get("status")

    @contextlib.contextmanager
    def stopped(self, pid, seconds=60):
        """Wait until a command has come to where it stops; let it go on at the end.

        Parameters
        ----------
        pid : int
            What `start` has returned for a command with `stops_at`.
        seconds : float
            The most that it may take.
        """
        command = psutil.Process(pid)
        until = time.monotonic() + seconds
        while command.status() != psutil.STATUS_STOPPED:
            assert self.status(0.02) is None, "it has ended before it came there"
            assert time.monotonic() < until, "it does not come there"
        try:
            yield
        finally:
            command.resume()

    def check_alone(self, seconds=20):
        """Fail if anything that the command has started outlives it by so many seconds."""
        message = self._next(seconds)
        left = psutil.Process(self._process.pid).children(recursive=True)
        assert message == {"alone": True}, f"still alive: {[each.cmdline()[:3] for each in left]}"

    def run(self, folder, *words, patience=300, **settings):
        """Run a command to its end; return its exit status and what it printed.

        The status is None if it has not ended after these seconds.
        """
        self.start(folder, *words, **settings)
        status = self.status(patience)
        self.check_alone()
        return status, self.printed(folder)

    def answer(self, folder, *words, patience=300):
        """Run a command to its end; return its exit status, output and errors."""
        self.start(folder, *words, errors_apart=True)
        status = self.status(patience)
        self.check_alone()
        errors = (folder.parent / ERRORS).read_text(encoding="utf-8")
        return Answer(status, self.printed(folder), errors)

    @staticmethod
    def printed(folder):
        """What the last command in this folder printed, errors included."""
        return (folder.parent / PRINTED).read_text(encoding="utf-8")

    def close(self):
        """End the process, if it has been started."""
        if self._process is None:
            return
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def _give_up_the_last_one(self):
        """A test that failed may have left its command at work, or the end of it unheard."""
        while not self._alone:
            if self._next(20) is None:
                for each in psutil.Process(self._process.pid).children(recursive=True):
                    each.kill()
                self.close()
                self.__init__()

    def _next(self, seconds):
        """Return the next message, or None if none comes in time."""
        while b"\n" not in self._said:
            if not select.select([self._process.stdout], [], [], seconds)[0]:
                return None
            more = self._process.stdout.read(4096)
            assert more, "the process that starts the commands has ended"
            self._said += more
        line, _, self._said = self._said.partition(b"\n")
        message = json.loads(line)
        self._alone = self._alone or "alone" in message
        return message


@functools.cache
def _shared():
    """Return the one for commands that any test of this process may run to their end."""
    made = WarmCommands()
    atexit.register(made.close)
    return made


def nbgrader(folder, *words):
    """Run one of nbgrader's own commands in a folder; it must succeed. Return what it printed."""
    status, said = _shared().run(folder, "nbgrader", *words)
    assert status == 0, f"nbgrader {' '.join(words)}:\n{said}"
    return said
