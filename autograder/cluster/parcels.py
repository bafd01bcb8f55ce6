"""A submission's folder as it travels: all that grading looks at, and no more bytes than it reads.

What grading would only measure or refuse (a file that is too large, a link, a pipe) travels as its
kind and size, and is laid out on the other side so that it is refused there in the same words.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import Ungradable
from autograder.engine.submission.submitted_books import ENDING, MOST_STRANGERS
from autograder.engine.submission.submitted_files import (
    FILE,
    FOLDER,
    FOLDER_LINK,
    LINK,
    MAX_FILES,
    NOT_FILES,
    OTHER,
    shadows,
    walk,
)
from autograder.engine.submission.timestamp import LONGEST
from autograder.engine.submission.timestamp import NAME as TIMESTAMP

MOST_ENTRIES = 20_000
"""So many files and folders are looked at."""


@dataclass(frozen=True)
class Entry:
    """One file, folder or link.

    Parameters
    ----------
    path : str
        From the submission's folder on.
    kind : str
        As of `walk`.
    size : int
        Bytes of a file.
    content : bytes or None
        Of a file; None where only its size counts.
    """

    path: str
    kind: str
    size: int = 0
    content: bytes | None = None


def pack(folder: Path, assignment: Assignment, limits: Limits) -> list[Entry]:
    """Return what is in a submission's folder.

    Raises
    ------
    Ungradable
        If it has more files and folders than anybody submits.
    OSError
        If it cannot be read.
    """
    entries: list[Entry] = []
    room, count = limits.submission, 0
    for path, kind in walk(folder):
        name = path.relative_to(folder).as_posix()
        if len(entries) >= MOST_ENTRIES:
            raise Ungradable(f"There are more than {MOST_ENTRIES} submitted files and folders.")
        if kind != FILE:
            entries.append(Entry(name, kind))
            continue
        size = path.stat().st_size
        is_book = path.suffix == ENDING and "/" not in name
        is_kept = name not in NOT_FILES and not shadows(name, assignment.packages)
        if is_kept and not is_book:
            room, count = room - size, count + 1
            if room < 0 or count > MAX_FILES:  # refused before anything in it is read
                return [*entries, Entry(name, FILE, size)]
        read = size <= limits.submission and _is_read(name, is_book or is_kept, size)
        entries.append(Entry(name, FILE, size, path.read_bytes() if read else None))
    return _without_strangers(entries, assignment)


def _is_read(name: str, is_wanted: bool, size: int) -> bool:
    if name == TIMESTAMP:
        return size <= LONGEST
    return is_wanted


def _without_strangers(entries: list[Entry], assignment: Assignment) -> list[Entry]:
    """Leave out the content of notebooks of other names that nobody will open."""
    own = {f"{name}{ENDING}" for name in assignment.notebooks}
    there = {entry.path for entry in entries}
    strangers = [
        entry.path
        for entry in sorted(entries, key=lambda entry: entry.path)
        if entry.path.endswith(ENDING) and "/" not in entry.path and entry.path not in own
    ]
    closed = set(strangers if own <= there else strangers[MOST_STRANGERS:])
    return [
        Entry(entry.path, entry.kind, entry.size) if entry.path in closed else entry
        for entry in entries
    ]


def unpack(entries: list[Entry], folder: Path) -> None:
    """Lay out a packed submission in an empty folder of its own."""
    for entry in entries:
        path = folder / entry.path
        if entry.kind == FOLDER:
            path.mkdir()
        elif entry.kind == FOLDER_LINK:
            path.symlink_to(".")
        elif entry.kind == LINK:
            path.symlink_to("nowhere")
        elif entry.kind == OTHER:
            os.mkfifo(path)
        elif entry.content is not None:
            path.write_bytes(entry.content)
        else:
            with open(path, "wb") as file:
                file.truncate(entry.size)
