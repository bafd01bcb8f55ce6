"""A learner's process without a sandbox, and the checker's end of the line to it.

IPython's shell is one per process, so the learner runs in a child; each test gets a connection and
a namespace of its own.
"""

import contextlib
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.engine.checker.remote import Remote
from autograder.engine.protocol import frames

CHILD = """
import socket, sys
from autograder.engine.learner.learner import Learner
from autograder.engine.protocol.shell import make_shell

shell = make_shell()
control = socket.socket(fileno=int(sys.argv[1]))
while (found := socket.recv_fds(control, 1, 1))[0]:
    shell.reset()
    with socket.socket(fileno=found[1][0]) as channel:
        Learner(channel, shell).serve()
"""


class Pair:
    """A learner's namespace, as a test sees it.

    Parameters
    ----------
    channel : socket.socket
        Leads to the learner's process.
    """

    def __init__(self, channel: socket.socket) -> None:
        self.channel = channel
        self.shown: list[dict] = []
        self.remote = Remote(channel, self.shown.append, {"course", "numpy", "unittest"})

    def learn(self, source: str) -> None:
        """Run a cell of the learner's; it has to run to its end."""
        frames.send(self.channel, {"do": "run", "source": source, "count": 1})
        said = []
        while "ran" not in (message := frames.receive(self.channel)[0]):
            said.append(message)
        assert message["ran"], said

    def __getitem__(self, name: str) -> Any:
        """Return what a test finds under a name."""
        answer, *value = self.remote.ask("name", name)
        assert answer == "found", name
        return value[0]


class Children:
    """One child process; it serves one connection after the other."""

    def __init__(self) -> None:
        self.control, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-c", CHILD, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
            )

    @contextlib.contextmanager
    def pair(self) -> Iterator[Pair]:
        """Provide a new learner."""
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                socket.send_fds(self.control, [b"n"], [theirs.fileno()])
            ours.settimeout(20)
            yield Pair(ours)

    def end(self) -> None:
        """End the child."""
        self.control.close()
        try:
            self.process.wait(10)
        finally:
            self.process.kill()
            self.process.wait()


@contextlib.contextmanager
def own_temporary_folder(folder: Path) -> Iterator[None]:
    """Keep the checker's hands off the machine's temporary files: it opens them to learners."""
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before


@pytest.fixture(scope="module")
def children(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Children]:
    """One child process for all tests of a module."""
    found = Children()
    with own_temporary_folder(tmp_path_factory.mktemp("checker")):
        yield found
    found.end()


@pytest.fixture
def pair(children: Children) -> Iterator[Pair]:
    """A learner with an empty namespace."""
    with children.pair() as found:
        yield found
