"""A program that does not outlive the one that started it.

Run as a script it asks Linux to be ended together with its parent, and becomes another program.
(`subprocess` could do so between fork and program; but whoever has threads, as JAX does, warns of
any Python code that runs there.)
"""

import ctypes
import os
import signal
import sys

DIE_WITH_PARENT = 1
"""Of Linux's `prctl`: which signal a process gets when the thread that started it ends."""


def ended_with(parent: int, words: list[str]) -> list[str]:
    """Return the command line of a program that ends when the process that starts it was killed.

    Only Linux has this; elsewhere the words stay as they are, and such a program goes on.

    Parameters
    ----------
    parent : int
        The number of the process that starts it.
    words : list of str
        The program's own command line.
    """
    if sys.platform != "linux":
        return words
    return [sys.executable, "-I", __file__, str(parent), *words]


def main(parent: str, *words: str) -> None:
    """Become the program."""
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != int(parent):  # it had ended before: nobody would say so
        return
    try:
        os.execvp(words[0], words)
    except OSError as error:
        raise SystemExit(f"{error.strerror}: {words[0]}") from error


if __name__ == "__main__":
    main(*sys.argv[1:])
