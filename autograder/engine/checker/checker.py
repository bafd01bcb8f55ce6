"""The checker: runs the test cells of one notebook, in a process that holds no learner's code."""

import os
import random
import resource
import signal
import socket
import sys
import tempfile
from contextlib import suppress
from typing import Any

import numpy as np
from traitlets import Type, default

from autograder.engine.checker.errors import LearnerGone
from autograder.engine.checker.fetching import TROUBLE, Fetching
from autograder.engine.checker.opened import Opened
from autograder.engine.checker.prepared import Compiler, Transformers
from autograder.engine.checker.remote import Remote
from autograder.engine.protocol import frames
from autograder.engine.protocol.shell import Shell, Stream
from autograder.engine.sandbox import isolation
from autograder.engine.submission.assignment import Notebook

FOLDER = "checker"
"""The checker's working folder, beside the temporary files of tests."""

OWN_FILES = os.path.dirname(__file__)
TRACEBACK = "Traceback (most recent call last)"


class CheckerShell(Shell):
    """Shows an error of the learner's code with the learner's frames in place of the engine's."""

    compiler_class = Type(Compiler)

    @default("input_transformer_manager")
    def _transformers(self) -> Transformers:
        return Transformers()

    def tidy_traceback(self, evalue: BaseException, stb: list[str]) -> list[str]:
        """Put the frames that came with the error where the engine's own frames are."""
        learner = getattr(evalue, "learner_frames", None)
        if learner is None:
            return stb
        if evalue.__cause__ is not None:
            # The learner's frames tell of the cause already.
            cause, evalue.__cause__ = evalue.__cause__, None
            stb = self.InteractiveTB.structured_traceback(
                type(evalue), evalue, evalue.__traceback__
            )
            evalue.__cause__ = cause
        heads = [place for place, piece in enumerate(learner) if TRACEBACK in piece]
        if not heads:
            return stb
        causes, inner = learner[heads[0] : heads[-1]], learner[heads[-1] + 1 :]
        kept: list[str] = []
        placed = False
        for piece in stb:
            if OWN_FILES in piece.split("\n")[0] or f"{os.sep}autograder{os.sep}engine" in piece:
                kept += [] if placed else inner
                placed = True
            else:
                kept.append(piece)
        if not placed and hasattr(evalue, "_render_traceback_"):
            # The error shows itself in its own way, and knows nothing of the learner's process.
            return [*causes, *inner, *stb]
        return [*kept[:1], *causes, *kept[1:]]


class Checker:
    """Runs test cells against one learner's process.

    Parameters
    ----------
    control : socket.socket
        To the process that drives the notebook.
    shell : CheckerShell
        Where the test cells run.
    fetching : Fetching
        Knows whose a name is.
    packages : set of str
        Top-level modules that the course's own notebook imports.
    """

    def __init__(
        self,
        control: socket.socket,
        shell: CheckerShell,
        fetching: Fetching,
        packages: set[str],
    ) -> None:
        self.control = control
        self.shell = shell
        self.fetching = fetching
        self.packages = packages
        self.remote: Remote | None = None

    def serve(self) -> None:
        """Run what the driver sends, until it hangs up."""
        sys.stdout = Stream("stdout", self._emit, 1)
        sys.stderr = Stream("stderr", self._emit, 2)
        while True:
            try:
                message, _ = frames.receive(self.control)
            except frames.Broken:
                return
            except KeyboardInterrupt:
                continue  # it came after the cell had ended
            if message["do"] == "put":
                self._put(message["names"])
            elif message["do"] == "connect":
                channel = self._learner_channel()
                self.remote = Remote(
                    channel,
                    self._emit,
                    self.packages,
                    self._before_a_question,
                    self.fetching.rebound,
                )
                frames.send(self.control, {"connected": True})
            else:
                self._run(message)

    def _learner_channel(self) -> socket.socket:
        _, descriptors, _, _ = socket.recv_fds(self.control, 1, 1)
        return socket.socket(fileno=descriptors[0])

    def _emit(self, output: Any) -> None:
        frames.send(self.control, {"out": output})

    def _run(self, message: dict) -> None:
        """Run a test cell, or a locked cell, and tell how it ended."""
        source = message["source"]
        assert self.remote is not None
        try:
            fetched = self.fetching.before(source, self.remote)
        except TROUBLE as error:  # it is this test's, not the end of those after it
            self.shell.show_error(error, self._emit)
            self._tell(None, error)
            return
        result = self.shell.run(source, message["count"], self._emit)
        self._show_figures()
        self.fetching.after(source, fetched, self.remote)
        self._tell(result.value, result.error)

    def _tell(self, value: Any, error: BaseException | None) -> None:
        told = {
            "tested": error is None,
            **_ending(value),
            "gone": isinstance(error, LearnerGone),
            "error": None if error is None else type(error).__name__,
        }
        frames.send(self.control, told)

    def _before_a_question(self) -> None:
        _let_read()
        if self.remote is not None:
            self.fetching.hand_over_shadows(self.remote)
            self.remote.patches.hand_over(self.remote.ask)

    def _show_figures(self) -> None:
        """Have the figures shown that the learner's code has left open in this cell."""
        with suppress(*TROUBLE):
            if self.remote is not None and self.remote.has_something_to_show:
                self.remote.ask("show_figures")

    def _put(self, wanted: list[str]) -> None:
        """Store values of the test in the learner's namespace; what cannot cross stays here."""
        namespace = self.shell.user_ns
        for name in wanted:
            if name in namespace and self.remote is not None:
                try:
                    self.remote.ask("put", name, namespace[name])
                except TROUBLE:
                    continue
        frames.send(self.control, {"put": True})


def _let_read() -> None:
    """Open the tests' temporary files to the learner's user, where root grades."""
    if os.getuid() == 0 and os.listdir(tempfile.gettempdir()) != [FOLDER]:
        for parent, _, files in os.walk(tempfile.gettempdir()):
            os.chmod(parent, 0o755)
            for name in files:
                os.chmod(os.path.join(parent, name), 0o644)


def _ending(value: Any) -> dict:
    """Tell what a test cell ends with: a number is partial credit."""
    if value is None:
        return {"ending": "nothing", "value": None}
    if type(value) in (int, float) or isinstance(value, np.integer | np.floating):
        return {"ending": "number", "value": float(value)}
    return {"ending": "something", "value": None}


def run_checker(
    control: socket.socket,
    shell: CheckerShell,
    folder: str,
    seed: int,
    memory: int,
    book: Notebook,
) -> None:
    """Serve in this process, which has just been forked for one notebook."""
    isolation.die_with_parent()
    # An interrupt from the terminal is the driver's business; from the driver it comes as another.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGUSR1, signal.default_int_handler)
    os.chdir(folder)
    sys.path.insert(0, folder)
    tempfile.tempdir = os.path.dirname(folder)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    np.random.seed(seed)
    random.seed(seed)
    fetching = Fetching(shell.user_ns, book)
    checker = Checker(control, shell, fetching, set(book.packages))
    shell.user_ns["open"] = Opened(folder, lambda *asked: checker.remote.ask(*asked)).open
    checker.serve()
