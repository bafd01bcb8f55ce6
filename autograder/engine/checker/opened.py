"""What `open` is to a test: texts of the working folder, on whichever side they lie.

The instructor's own files, and temporary ones, are opened here. Any other file of the working
folder is the learner's: its text is read, and what the test writes is written, where the learner's
code finds it. Only texts cross: bytes could be meant for `pickle`, which would run them.
"""

import builtins
import io
import os
from collections.abc import Callable
from typing import Any

TEXT = {"r", "rt", "w", "wt", "a", "at", "x", "xt"}


class Written(io.StringIO):
    """A text that is handed over when it is closed.

    Parameters
    ----------
    hand_over : callable
        Takes the whole text.
    """

    def __init__(self, hand_over: Callable[[str], Any]) -> None:
        super().__init__()
        self._hand_over = hand_over

    def flush(self) -> None:
        """Hand over what has been written since the last time."""
        text = self.getvalue()
        self.seek(0)
        self.truncate()
        if text:
            self._hand_over(text)

    def close(self) -> None:
        """Hand over the rest."""
        if not self.closed:
            self.flush()
        super().close()


class Opened:
    """Opens files for the tests of one notebook.

    Parameters
    ----------
    folder : str
        The tests' working folder, which holds the instructor's files.
    ask : callable
        As of `Remote.ask`; of the learner's process that is there when it is called.
    """

    def __init__(self, folder: str, ask: Callable[..., Any]) -> None:
        self._folder = folder
        self._ask = ask

    def open(self, file: Any, mode: str = "r", *args: Any, **options: Any) -> Any:
        """Open a file as Python's `open` does."""
        if mode not in TEXT or args or not self._is_the_learners(file):
            return builtins.open(file, mode, *args, **options)
        path = os.fspath(file)
        if mode in ("r", "rt"):
            text = self._ask("read_text", path, options)
            if type(text) is not str:
                raise OSError(f"{path} cannot be read as a text")
            return io.StringIO(text)
        self._ask("write_text", path, mode, "", options)
        return Written(lambda text: self._ask("write_text", path, "a", text, options))

    def _is_the_learners(self, file: Any) -> bool:
        if not isinstance(file, str | os.PathLike):
            return False
        path = os.fspath(file)
        is_below = (
            isinstance(path, str) and not os.path.isabs(path) and path not in ("", os.devnull)
        )
        return is_below and not os.path.lexists(os.path.join(self._folder, path))
