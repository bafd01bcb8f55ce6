"""A machine of its own for a test: real users, homes and services that end with it.

A mount and a process namespace, with /home, /tmp and a copy of /etc in memory. `useradd` and a
hub's servers are real in it, and nothing of them is left when it ends, even if the test is killed.
The network is that of the machine outside.
"""

import shutil
import subprocess
import sys

import psutil
import pytest
from unit import ROOT

OWN = (
    *("setpriv", "--pdeathsig=KILL"),  # it ends with this process, however that ends
    *("unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"),
)
AS_USER = ("--shell=/bin/sh", "-c", 'exec "$@"', "--", "sh")
NEEDED = ("setpriv", "unshare", "nsenter", "runuser", "useradd", "chpasswd")
REACHED = [ROOT / name for name in ("autograder", "course", "examples", "release")]


class OwnMachine:
    """Runs commands on a machine of its own, as root or as one of its users.

    Parameters
    ----------
    *reached : pathlib.Path
        Folders that its users must be able to reach, beside the project's.
    """

    def __init__(self, *reached):
        missing = [name for name in NEEDED if shutil.which(name) is None]
        if missing or sys.platform != "linux":
            pytest.skip(f"there is no {', '.join(missing) or 'Linux'} on this machine")
        folders = dict.fromkeys([sys.base_prefix, sys.prefix, *map(str, (*REACHED, *reached))])
        self._unshare = subprocess.Popen(
            [*OWN, "sh", ROOT / "tests" / "helpers" / "own_machine.sh", *folders],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        if self._unshare.stdout.readline() != "ready\n":
            pytest.skip(f"no machine of its own is to be had: {self._unshare.communicate()[1]}")
        self._started = []
        (first,) = psutil.Process(self._unshare.pid).children()
        self._enter = ["nsenter", "--mount", "--pid", f"--target={first.pid}", "--"]

    def start(self, *command, **settings):
        """Start a command as root."""
        self._started.append(subprocess.Popen([*self._enter, *command], **settings))
        return self._started[-1]

    def run(self, *command, user="root", given=None, fails=False):
        """Run a command to its end; return what it printed."""
        done = subprocess.run(
            [*self._enter, "runuser", "--login", user, *AS_USER, *map(str, command)],
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert (done.returncode != 0) == fails, f"{user}: {command}: {done.stdout}"
        return done.stdout

    def end(self):
        """End it, with all that runs on it."""
        self._unshare.kill()
        self._unshare.communicate()
        for process in self._started:
            process.wait()
