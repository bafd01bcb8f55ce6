"""The checker's process, as the driver of a notebook starts, asks and ends it."""

import os
import select
import signal
import socket
from pathlib import Path

from autograder.engine.checker.checker import FOLDER, CheckerShell, run_checker
from autograder.engine.checker.prepared import prepare
from autograder.engine.protocol import frames
from autograder.engine.submission.assignment import Notebook

LAST_MOMENT = 1000
"""Milliseconds that a process may take between its last word and its end."""

MEMORY = 6 * 2**30
"""Bytes of address space: a bound for what a hostile answer may make a test allocate."""


def lay_folder(shared: Path, files: dict[str, bytes]) -> Path:
    """Return the checker's working folder in ``shared``, with the instructor's files in it."""
    folder = shared / FOLDER
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    folder.mkdir(exist_ok=True)
    return folder


class CheckerProcess:
    """A fork of this process that runs the test cells of one notebook.

    Parameters
    ----------
    shell : CheckerShell
        Of this process.
    book : Notebook
        The instructor's own.
    folder : str
        Its working folder.
    seed : int
        Of the random numbers.
    """

    def __init__(self, shell: CheckerShell, book: Notebook, folder: str, seed: int) -> None:
        for cell in book.cells:
            if cell.is_fixed and cell.cell_type == "code":
                transformers = shell.input_transformer_manager
                prepare(transformers, shell.compile, cell.source, book.imports)
        ours, theirs = socket.socketpair()
        self._number = os.fork()
        if self._number == 0:
            status = 1
            try:
                ours.close()
                run_checker(theirs, shell, folder, seed, MEMORY, book)
                status = 0
            finally:
                os._exit(status)
        theirs.close()
        self.channel = ours
        self.inbox = frames.Inbox(ours)

    def connect(self, learner: socket.socket) -> None:
        """Hand it the line to the learner's process."""
        frames.send(self.channel, {"do": "connect"})
        socket.send_fds(self.channel, [b"l"], [learner.fileno()])

    def ask(self, message: dict) -> None:
        """Send it something to do; the answer comes to the inbox."""
        frames.send(self.channel, message)

    def interrupt(self) -> None:
        """Interrupt the test cell."""
        os.kill(self._number, signal.SIGUSR1)

    def was_killed(self) -> bool:
        """Whether it ends by a kill that nobody here has sent.

        The kernel kills what is in its way where memory is short. No test ends like that by itself,
        and a learner's code does not see this process.
        """
        descriptor = os.pidfd_open(self._number)
        try:
            ending = select.poll()
            ending.register(descriptor, select.POLLIN)
            ending.poll(LAST_MOMENT)
        finally:
            os.close(descriptor)
        # It stays to be waited for by `end`.
        told = os.waitid(os.P_PID, self._number, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        killed = told is not None and told.si_code == os.CLD_KILLED
        return killed and told.si_status == signal.SIGKILL

    def end(self) -> None:
        """End it."""
        os.kill(self._number, signal.SIGKILL)
        os.waitpid(self._number, 0)
        self.channel.close()
