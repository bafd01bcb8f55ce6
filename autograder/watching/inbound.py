"""What lies in nbgrader's own exchange folder, looked at several times a second.

The folder is listed, because a network disk tells nobody of changes. A submission is collected only
when it is whole, and was the same in two looks and after it was copied: what is being written, or
exchanged for something else meanwhile, waits.
"""

import os
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from nbgrader.utils import parse_utc

from autograder.problems import CannotStart
from autograder.watching.collecting import Collecting
from autograder.watching.exchange import Exchange, Failed, explained
from autograder.watching.waiting import Key

TIMESTAMP, SECRET = "timestamp.txt", "submission_secret.txt"
"""nbgrader writes them in this order, when all else has been copied."""

MOST_FILES = 5000
STALE = 60.0
"""Seconds after which somebody is told of a submission that is still not whole."""

LONGEST_DELAY = 60.0
NO_NAME = set("*?[]/\\")
"""What no learner's name has: nbgrader would take it for a pattern."""


class Entry(NamedTuple):
    """One folder of the exchange.

    Parameters
    ----------
    name : str
        As it lies there.
    stamp : str
        When it was submitted, as the name says.
    time : datetime
        The same.
    """

    name: str
    stamp: str
    time: datetime


@dataclass
class Look:
    """What was seen of a folder that has not been collected.

    Parameters
    ----------
    state : object
        Of all its files.
    since : float
        For how long it has been so.
    tries : int
        How often it could not be collected.
    not_before : float
        When it may be tried again.
    """

    state: object
    since: float
    tries: int = 0
    not_before: float = 0.0


class Strange(Exception):
    """A folder holds what `nbgrader submit` never puts there."""


class Inbound:
    """The inbound folder of a course.

    Parameters
    ----------
    exchange : Exchange
        The course's own, which lies in a folder.
    units : list of str
        The units to collect.

    Raises
    ------
    CannotStart
        If the course has no id.
    """

    def __init__(self, exchange: Exchange, units: list[str]) -> None:
        directory = exchange.course.app.coursedir
        if not directory.course_id:
            raise CannotStart(
                "The course has no id: set c.CourseDirectory.course_id in nbgrader_config.py."
            )
        self.troubles: dict[str, str] = {}
        root = Path(exchange.collector(directory).root).resolve()
        self.folder = root / directory.course_id / "inbound"
        self._units = set(units)
        self._excluded = set(filter(None, directory.student_id_exclude.split(",")))
        self._collecting = Collecting(exchange)
        self._done: set[str] = set()
        self._entries: dict[str, tuple[Key, Entry] | None] = {}
        self._looks: dict[str, Look] = {}

    @property
    def settling(self) -> bool:
        """Whether something is there that should be looked at again at once."""
        now = time.monotonic()
        return any(now - look.since < 1.0 for look in self._looks.values())

    @property
    def left(self) -> int:
        """The number of submissions that could not be collected as they are."""
        return len(self._looks)

    def look(self, busy: Callable[[Key | None], bool]) -> Iterator[tuple[Key, float]]:
        """Collect what is new; yield whose it was, and since when it has been there as it is.

        Whoever stops in between gets the rest from the next look.

        Parameters
        ----------
        busy : callable
            Whether somebody's submission is being graded, and must stay as it is.

        Raises
        ------
        Failed
            If the exchange cannot be read.
        """
        with explained(f"The exchange cannot be read: {self.folder}"):
            names = set(os.listdir(self.folder))
        for gone in self._looks.keys() - names:
            self._forget(gone)
        found: dict[Key, list[Entry]] = {}
        for name in names - self._done:
            if parsed := self._parsed(name):
                found.setdefault(parsed[0], []).append(parsed[1])
        newest = {key: max(entries, key=_time) for key, entries in found.items()}
        for key, entry in sorted(newest.items(), key=lambda item: _time(item[1])):
            if busy(key):
                continue
            known = self._collecting.is_known(key, entry.time)
            if known or self._is_settled(key, entry):
                changed = known or self._collected(key, entry)
                if changed is None:
                    continue
                look = self._looks.get(entry.name)
                for each in found[key]:
                    self._done.add(each.name)
                    self._forget(each.name)
                if changed and not known and look is not None:
                    yield key, look.since

    # One submission

    def _parsed(self, name: str) -> tuple[Key, Entry] | None:
        """Return whose submission a folder is, or None where it is none of ours."""
        if name not in self._entries:
            self._entries[name] = self._read(name)
        return self._entries[name]

    def _read(self, name: str) -> tuple[Key, Entry] | None:
        parts = name.rsplit("+", 3)
        if len(parts) < 3 or parts[1] not in self._units or parts[0] in self._excluded:
            return None
        student, unit, stamp = parts[:3]
        try:
            if not student.isprintable() or student[0] in ".+" or NO_NAME.intersection(student):
                raise ValueError
            return Key(unit, student), Entry(name, stamp, parse_utc(stamp))
        except (ValueError, OverflowError, IndexError):
            self.troubles[name] = (
                f"{name!r} in the exchange is no submission's name: `nbgrader submit` has not made "
                "it. It stays where it is."
            )
            return None

    def _is_settled(self, key: Key, entry: Entry) -> bool:
        """Whether a submission is whole, and the same as at the look before."""
        folder, now = self.folder / entry.name, time.monotonic()
        try:
            state: object = snapshot(folder)
        except (OSError, Strange) as reason:
            state = str(reason)
        look = self._looks.get(entry.name)
        if look is None or look.state != state:
            self._looks[entry.name] = Look(state, now)
            self.troubles.pop(entry.name, None)
            return False
        if isinstance(state, str):
            self.troubles[entry.name] = (
                f"{key.student}'s submission of {key.unit} was not collected: {state}."
            )
            return False
        if not _is_whole(folder, entry):
            if now - look.since > STALE:
                self.troubles[entry.name] = self._half(key)
            return False
        return now >= look.not_before

    def _collected(self, key: Key, entry: Entry) -> bool | None:
        """Collect a submission; return whether it is a new one, or None if that has to wait."""
        look = self._looks[entry.name]
        try:
            staged = self._collecting.stage(key)
            try:
                same = snapshot(self.folder / entry.name) == look.state
            except (OSError, Strange):
                same = False
            if not same:
                self._collecting.clear(staged)
                del self._looks[entry.name]
                return None
            return self._collecting.take(key, staged)
        except Failed as reason:
            look.tries += 1
            look.not_before = time.monotonic() + min(2.0**look.tries, LONGEST_DELAY)
            self.troubles[entry.name] = str(reason)
            return None

    def half_written(self) -> list[str]:
        """Return a sentence for each submission that is not whole."""
        found = [self._parsed(name) for name in self._looks if name not in self.troubles]
        return sorted(self._half(parsed[0]) for parsed in found if parsed)

    @staticmethod
    def _half(key: Key) -> str:
        return (
            f"{key.student}'s submission of {key.unit} in the exchange is not whole: if nobody is "
            "submitting at this moment, something stopped it, and it should be submitted again."
        )

    def _forget(self, name: str) -> None:
        self._looks.pop(name, None)
        self.troubles.pop(name, None)


def snapshot(folder: Path) -> tuple:
    """Return what tells whether anything in a folder has been changed.

    A change that is undone shows in the times of status changes, which nobody can set.

    Raises
    ------
    OSError
        If it cannot be read.
    Strange
        If there is anything but files and folders: nbgrader would copy what a link points to.
    """
    found = [_told(folder, ".")]
    for parent, folders, files in os.walk(folder, onerror=_raise):
        for name in sorted((*folders, *files)):
            path = Path(parent) / name
            found.append(_told(path, path.relative_to(folder).as_posix()))
            if len(found) > MOST_FILES:
                raise Strange(f"it has more than {MOST_FILES} files")
    return tuple(found)


def _told(path: Path, name: str) -> tuple:
    said = os.lstat(path)
    if not stat.S_ISREG(said.st_mode) and not stat.S_ISDIR(said.st_mode):
        raise Strange(f"{name} is a link, or no ordinary file")
    return name, said.st_ino, said.st_mode, said.st_size, said.st_mtime_ns, said.st_ctime_ns


def _is_whole(folder: Path, entry: Entry) -> bool:
    try:
        with open(folder / TIMESTAMP, encoding="utf-8") as file:
            stamp = file.read(200)
        return stamp.strip() == entry.stamp.strip() and (folder / SECRET).stat().st_size > 0
    except (OSError, ValueError):
        return False


def _time(entry: Entry) -> datetime:
    return entry.time


def _raise(error: OSError) -> None:
    raise error
