"""A process that does not outlive the one that started it."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable

DIE_WITH_PARENT = 1
"""Of Linux's `prctl`: which signal a process gets when the thread that started it ends."""


def ended_with(parent: int) -> Callable[[], None] | None:
    """Return what a new process is to do first, so that it ends when its parent was killed.

    Only Linux has this; elsewhere it is None, and such a process goes on.

    Parameters
    ----------
    parent : int
        The number of the process that starts it: had that ended a moment ago, nobody would say so.
    """
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)  # here: nothing is to be loaded between the fork and the program

    def ask() -> None:
        library.prctl(DIE_WITH_PARENT, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)

    return ask
