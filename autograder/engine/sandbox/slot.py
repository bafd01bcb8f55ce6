"""One place where submissions run, one after the other: a warm process and its current child."""

import json
import shutil
import socket
from pathlib import Path

import psutil

from autograder.engine.protocol import frames
from autograder.engine.sandbox.places import FOLDER
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.engine.submission.limits import Limits
from autograder.problems import CannotStart

PATIENCE = 10.0
"""Seconds that the warm process may take for an order."""


class Slot:
    """A warm process in its sandbox.

    Parameters
    ----------
    sandbox : Sandbox
        How to start it.
    number : int
        Different for all slots that exist at one time.
    folder : pathlib.Path
        For its temporary files.
    """

    def __init__(self, sandbox: Sandbox, number: int, folder: Path) -> None:
        self.sandbox = sandbox
        self.number = number
        self.shared = folder / str(number)
        self.shared.mkdir()
        self._start()

    def restart(self, sandbox: Sandbox) -> None:
        """Have another warm process take the place of this one."""
        self.close()
        self.sandbox = sandbox
        self._start()

    def _start(self) -> None:
        self._process, self._control = self.sandbox.start(self.number, self.shared)
        self._control.settimeout(PATIENCE)
        self._tree = psutil.Process(self._process.pid)
        self._at_rest = self._memory()

    def learner(self, limits: Limits, seed: int, files: dict[str, bytes]) -> socket.socket:
        """Start a learner's process; return the connection to it, once it is ready.

        Raises
        ------
        CannotStart
            If the system does not let it start.
        """
        ours, theirs = socket.socketpair()
        folder = FOLDER if self.sandbox.walls else str(self.shared / "submission")
        order = {"do": "start", "limits": limits.as_dict(), "seed": seed, "folder": folder}
        try:
            with theirs:
                answer = self._order(order, [theirs.fileno()])
            if "error" in answer:
                raise CannotStart(f"The sandbox does not let a process start: {answer['error']}.")
            frames.send(ours, {"files": list(files)}, list(files.values()))
            if frames.Inbox(ours).next(PATIENCE) != {"ready": True}:
                raise CannotStart("The sandboxed process did not become ready.")
        except BaseException:
            ours.close()
            raise
        return ours

    def interrupt(self) -> None:
        """Interrupt what the learner's process is doing, as Ctrl-C would."""
        self._order({"do": "interrupt"})

    def end(self) -> None:
        """End the learner's process and everything that it has started."""
        self._order({"do": "end"})

    def empty_shared(self) -> None:
        """Remove what tests have left for the learner's code to read."""
        for path in self.shared.iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()

    def memory(self) -> int:
        """Return the bytes of memory that a submission takes, in all its processes."""
        return self._memory() - self._at_rest

    def close(self) -> None:
        """End the warm process."""
        self._control.close()
        self._process.kill()
        self._process.wait()
        self._process.stderr.close()

    def _order(self, order: dict, descriptors: list[int] | tuple = ()) -> dict:
        try:
            socket.send_fds(self._control, [json.dumps(order).encode()], list(descriptors))
            return json.loads(self._control.recv(4096))
        except (OSError, ValueError) as error:
            # It may answer late, and to the wrong question: another one takes its place.
            self.restart(self.sandbox)
            raise CannotStart(f"The sandbox did not answer ({error}).") from None

    def _memory(self) -> int:
        total = 0
        for process in [self._tree, *self._tree.children(recursive=True)]:
            try:
                # Shared pages are counted once, not once for each process.
                total += process.memory_full_info().pss
            except psutil.Error:
                continue  # it has ended
        return total
