"""Two "machines" for a test: networks of their own with a cable between them, no folder in common.

Both are namespaces of this machine: programs and what is installed are the same on both. Of the
folder where tests write, the second one sees nothing; it has an empty one of its own there.
Temporary files are kept in it: out here, whoever tidies up knows processes by other numbers.
"""

import os
import subprocess
import sys
from contextlib import contextmanager

import psutil
import pytest

from own_machine import OWN  # isort: skip

HERE, THERE = "10.213.7.1", "10.213.7.2"
NETWORK = (*OWN, "--net")
WAIT = "echo ready; exec sleep infinity"


class Machine:
    """One of them.

    Parameters
    ----------
    folder : pathlib.Path
        Where it may write.
    first : str
        What a shell does with that folder before anything else.
    """

    def __init__(self, folder, first="true"):
        self._tmp = folder / "tmp"
        first = f'ip link set lo up; {first}; mkdir -p "$1/tmp"'
        self._unshare = subprocess.Popen(
            [*NETWORK, "sh", "-euc", f"{first}; {WAIT}", "sh", folder],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        if self._unshare.stdout.readline() != "ready\n":
            pytest.skip(f"no networks of their own are to be had: {self._unshare.communicate()[1]}")
        (first,) = psutil.Process(self._unshare.pid).children()
        self.pid = first.pid
        self._started = []

    def ip(self, *words):
        """Change its network; processes are named as out here."""
        command = ["nsenter", "--net", f"--target={self.pid}", "--", "ip", *map(str, words)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def python(self, *words, log):
        """Start Python there; what it says goes into a file out here."""
        enter = ("nsenter", "--mount", "--pid", "--net", f"--target={self.pid}", "--")
        command = [*enter, sys.executable, "-m", *map(str, words)]
        with open(log, "ab") as file:
            made = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=file, stderr=file,
                env={**os.environ, "TMPDIR": str(self._tmp)},
            )  # fmt: skip
        self._started.append(made)
        return made

    def end(self):
        """End it, with all that runs on it."""
        self._unshare.kill()
        self._unshare.communicate()
        for process in self._started:
            process.wait()


@contextmanager
def two_machines(hidden):
    """Give two machines; on the second one, a folder is another one, which is empty."""
    one = Machine(hidden)
    try:
        other = Machine(hidden, 'mount -t tmpfs tmpfs "$1"')
        try:
            _connect(one, other)
            yield one, other
        finally:
            other.end()
    finally:
        one.end()


def _connect(one, other):
    cable = ("type", "veth", "peer", "name", "cable", "netns", other.pid)
    for machine, *words in (
        (one, "link", "add", "cable", *cable),
        (one, "addr", "add", f"{HERE}/24", "dev", "cable"),
        (other, "addr", "add", f"{THERE}/24", "dev", "cable"),
        (one, "link", "set", "cable", "up"),
        (other, "link", "set", "cable", "up"),
    ):
        machine.ip(*words)
