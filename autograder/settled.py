"""Whether anything has changed since a command last ended with nothing left to do.

Reading a course's configuration and its gradebook takes seconds, most of them spent on imports.
A command that has come to its end therefore notes what it looked at, as the file system describes
it, and what it said. While all of that is the same, the next one says it again at once. It errs on
one side only: a file that was touched without a change costs the seconds, nothing else.

Nothing but the standard library is imported here.
"""

import hashlib
import json
import os
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

CLOCK = 0.05
"""Seconds: two changes of a file that are further apart have different times of change."""

VARIABLES = ("HOME", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_CONFIG_PATH", "JUPYTER_PATH")
"""Environment variables by which Jupyter and nbgrader find their settings."""


class Settled:
    """What one command with its words noted when it last had nothing left to do.

    Parameters
    ----------
    folder : pathlib.Path
        Where notes are kept.
    words : list
        The command and everything that was said to it, as JSON can hold it.
    """

    def __init__(self, folder: Path, words: list) -> None:
        # A copy of a course brings the notes along, which speak of the files of the first one.
        about = json.dumps([str(folder.resolve()), words])
        name = hashlib.sha256(about.encode()).hexdigest()[:16]
        self._file = folder / f"{name}.json"
        # As the command found them: nbgrader puts the course folder on Python's path later.
        self._surroundings = _surroundings()
        self._installed = [folder for folder in sys.path if folder]

    def said(self) -> str | None:
        """Return what the command said then; None if it has to run."""
        try:
            note = json.loads(self._file.read_bytes())
            seen, surroundings, text = note["seen"], note["surroundings"], note["said"]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        if surroundings != _surroundings():
            return None
        return text if all(_looks(path) == looks for path, looks in seen.items()) else None

    def note(self, paths: Iterable[Path], text: str) -> None:
        """Note what the command looked at, and what it said at its end.

        Parameters
        ----------
        paths : iterable of pathlib.Path
            Files, and folders whose list of names counts; what is missing counts as missing.
        text : str
            Said again as long as all of them are the same.
        """
        # The folders in which packages are installed: their lists tell of other versions.
        names = sorted({*map(str, paths), *self._installed})
        seen = {name: _looks(name) for name in names}
        newest = max((looks[1] for looks in seen.values() if looks), default=0)
        # A change right after the last one might leave no trace in the times: look once more.
        time.sleep(max(0.0, newest / 1e9 + CLOCK - time.time()) if newest else 0.0)
        if seen != {name: _looks(name) for name in names}:
            return
        note = {"seen": seen, "surroundings": self._surroundings, "said": text}
        with suppress(OSError):  # on a full disk, the next command takes its seconds again
            self._file.parent.mkdir(parents=True, exist_ok=True)
            unfinished = self._file.with_suffix(".part")
            unfinished.write_text(json.dumps(note), encoding="utf-8")
            os.replace(unfinished, self._file)

    def forget(self) -> None:
        """Have the next command run, whatever has changed."""
        self._file.unlink(missing_ok=True)


def everything_below(folder: Path) -> Iterable[Path]:
    """Yield a folder with all files and folders in it; the folder itself where it is missing.

    What Python keeps of modules that it has compiled is left out.
    """
    yield folder
    for where, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in [*folders, *files]:
            yield Path(where, name)


def _looks(path: str) -> list | None:
    """Describe a file or folder so that any change to it shows, without reading it."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return [found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_mode]


def _surroundings() -> list:
    return [sys.version, list(sys.path), [os.environ.get(name) for name in VARIABLES]]
