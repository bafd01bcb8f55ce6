"""Warm processes as they are begun, also before anybody needs them: on a core that stands idle."""

import json
import os
import select
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil


@dataclass(frozen=True)
class Start:
    """Everything that a warm process is started with, but for the number of its control socket.

    Parameters
    ----------
    walls : list of str
        The command in front of Python's.
    settings : dict
        What the process is told.
    environment : dict
        Its environment variables.
    """

    walls: list[str]
    settings: dict[str, Any]
    environment: dict[str, str]

    def begin(self) -> tuple[subprocess.Popen, socket.socket]:
        """Start the process; it says ``r`` on the socket when it is ready for orders."""
        ours, theirs = socket.socketpair()
        settings = {**self.settings, "control": theirs.fileno()}
        inside = [sys.executable, "-m", "autograder.engine.sandbox.warm", json.dumps(settings)]
        with theirs:
            process = subprocess.Popen(
                [*self.walls, *inside],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                pass_fds=[theirs.fileno()],
                cwd="/",
                process_group=0,  # Ctrl-C is for the command, which ends this in its own order
            )
        return process, ours


class Adopted:
    """A process that an ancestor of this one has started, and that this one may end.

    Parameters
    ----------
    process : subprocess.Popen
        As the ancestor has it. Only the ancestor can reap it: until then its number stays its own.
    """

    def __init__(self, process: subprocess.Popen) -> None:
        self.pid, self.stderr = process.pid, process.stderr
        self._watched = os.pidfd_open(process.pid)

    def kill(self) -> None:
        """Kill it; nothing happens if it has ended."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._watched, signal.SIGKILL)

    def wait(self) -> None:
        """Wait until it has ended."""
        select.select([self._watched], [], [])

    def has_ended(self) -> bool:
        """Whether it has ended."""
        return bool(select.select([self._watched], [], [], 0)[0])


class Begun:
    """Warm processes that were begun early, one for each of the first slots.

    Parameters
    ----------
    folder : pathlib.Path
        The run's folder of temporary files.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._starts: list[Start] = []
        self._processes: list[tuple[subprocess.Popen, socket.socket]] = []

    def begin(self, start: Start) -> None:
        """Begin the process of the next slot."""
        self._processes.append(start.begin())
        self._starts.append(start)

    def keep(self, starts: list[Start]) -> bool:
        """End what is not needed; whether processes are left, begun in just these ways."""
        if self._starts[: len(starts)] != starts[: len(self._starts)]:
            self.end()
        self.end(len(starts))
        return bool(self._processes)

    def take(self, slot: int) -> tuple[Adopted, socket.socket] | None:
        """Return a slot's process, ready for orders, to a fork of the process that has begun it.

        None if there is none, and when called again.
        """
        mine = self._processes[slot] if slot < len(self._processes) else None
        for each in self._processes:
            if each is not mine:
                each[1].close()  # here; it is for another fork
        self._processes.clear()
        if mine is None:
            return None
        process, control = Adopted(mine[0]), mine[1]
        if control.recv(1) != b"r" or process.has_ended():
            control.close()
            return None
        _bind_like_this(psutil.Process(process.pid))
        return process, control

    def end(self, first: int = 0) -> None:
        """End the processes of this slot and those after it: for the one that has begun them."""
        for process, control in self._processes[first:]:
            control.close()
            process.kill()
            process.wait()
            process.stderr.close()
        del self._processes[first:], self._starts[first:]


def _bind_like_this(process: psutil.Process) -> None:
    """Have a process, and what it has started, run on this one's cores."""
    with suppress(psutil.Error):  # it has ended since
        process.cpu_affinity(sorted(os.sched_getaffinity(0)))
        for child in process.children():
            _bind_like_this(child)
