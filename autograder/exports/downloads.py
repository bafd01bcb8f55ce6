"""What Moodle and Canvas call the files of "download all submissions", and whose they are.

Moodle (mod/assign/classes/downloader.php): a folder ``FULL NAME_ID_assignsubmission_file``, before
4.1 with one more ``_``; or, by choice, the same as the beginning of the file's name. The id is the
assignment's own number of the participant, which the grading worksheet has as its "Identifier".

Canvas (the names that it matches an upload against): ``SORTABLENAME[_LATE]_USER_ATTACHMENT_FILE``;
a file that was handed in again has a number behind its name, ``work-1.ipynb``.
"""

import csv
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autograder.exports.roster import Entry, Roster
from autograder.problems import CannotStart

MOODLE = re.compile(
    r"(?P<prefix>(?P<name>[^_]+)_(?P<number>\d+))_assignsubmission_file(?:_(?P<file>.*))?"
)
CANVAS = re.compile(
    r"(?P<prefix>(?P<name>.+?)(?P<late>_LATE)?_(?P<number>\d+)_(?P<attachment>\d+))_(?P<file>.+)"
)
AGAIN = re.compile(r"-\d+$")


@dataclass(frozen=True)
class Download:
    """One downloaded file, as its name tells of it.

    Parameters
    ----------
    prefix : str
        What the school's system knows the submission by.
    name : str
        The learner's, as far as it is in the file's name.
    number : str
        Moodle's of the participant, Canvas' of the user.
    file : str
        The file's own name, with its folders.
    late : bool
        Whether Canvas says so.
    attachment : int
        Canvas' number of the file: the newer, the larger; 0 in Moodle.
    """

    prefix: str
    name: str
    number: str
    file: str
    late: bool = False
    attachment: int = 0


Reader = Callable[[tuple[str, ...]], Download | None]
"""Takes the parts of a file's path, from the download on."""


def of_moodle(parts: tuple[str, ...]) -> Download | None:
    """Read the path of a file out of Moodle; None where it is none."""
    return _read(MOODLE, parts)


def of_canvas(parts: tuple[str, ...]) -> Download | None:
    """Read the path of a file out of Canvas; None where it is none."""
    return _read(CANVAS, parts)


def _read(pattern: re.Pattern, parts: tuple[str, ...]) -> Download | None:
    """The first part says whose it is, whatever the learner's own folders below are called."""
    told = re.fullmatch(pattern, parts[0])
    if told is None:
        return None
    known = told.groupdict()
    # Below a folder, or in a zip that the learner handed in and that was extracted as well.
    file = "/".join(parts[1:]) or known["file"] or ""
    late, number = bool(known.get("late")), int(known.get("attachment") or 0)
    return Download(known["prefix"], known["name"], known["number"], file, late, number)


class Whose:
    """Knows learners by what the school's system calls them.

    Parameters
    ----------
    roster : Roster
    worksheet : pathlib.Path or None
        Moodle's grading worksheet of the assignment.

    Raises
    ------
    CannotStart
        If the worksheet cannot be read.
    """

    def __init__(self, roster: Roster, worksheet: Path | None = None) -> None:
        entries = roster.entries.values()
        self._of_canvas = {entry.canvas_id: entry.id for entry in entries if entry.canvas_id}
        self._of_moodle = _participants(worksheet, list(entries)) if worksheet else {}
        self._names: dict[str, set[str]] = {}
        for entry in entries:
            first_last = f"{entry.first_name} {entry.last_name}"
            for name in (first_last, f"{entry.last_name} {entry.first_name}"):
                self._names.setdefault(_even(name), set()).add(entry.id)

    def in_moodle(self, found: Download) -> str | None:
        """Return the learner's id: by the worksheet, or by a name that only one of them has."""
        if found.number in self._of_moodle:
            return self._of_moodle[found.number]
        named = self._names.get(_even(found.name), set()) if found.name.strip() else set()
        return next(iter(named)) if len(named) == 1 else None

    def in_canvas(self, found: Download) -> str | None:
        """Return the learner's id by Canvas' own."""
        return self._of_canvas.get(found.number)


def _participants(path: Path, entries: list[Entry]) -> dict[str, str]:
    known = {}
    for entry in entries:
        for name in (entry.email, entry.moodle_username, entry.moodle_idnumber):
            if name:
                known[name.casefold()] = entry.id
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, ValueError) as error:
        raise CannotStart(f"The worksheet {path} cannot be read ({error}).") from None
    if not rows or "Identifier" not in rows[0]:
        raise CannotStart(f"{path} is no grading worksheet: it has no column Identifier.")
    found = {}
    for row in rows:
        number = re.search(r"\d+$", row["Identifier"] or "")
        names = (row.get(head) or "" for head in ("Email address", "Username", "ID number"))
        learner = next((known[name.casefold()] for name in names if name.casefold() in known), None)
        if number and learner:
            found[number[0]] = learner
    return found


def _even(name: str) -> str:
    """Return a name without what two systems write differently: case, spaces, kinds of accents."""
    return " ".join(re.sub(r"[_.,]", " ", unicodedata.normalize("NFKC", name)).casefold().split())


@dataclass
class Found:
    """A folder of extracted downloads, read.

    Parameters
    ----------
    files : dict
        File -> (learner, name that the file gets, what its path told).
    left_out : list of str
        Why others are not among them, a sentence each.
    """

    files: dict[Path, tuple[str, str, Download]]
    left_out: list[str]


def scan(
    extracted: Path,
    archive: Path,
    read: Reader,
    learner_of: Callable[[Download], str | None],
    released: set[str],
    endings: list[str],
) -> Found:
    """Read the names of all extracted files; of one notebook each learner has the newest alone.

    Parameters
    ----------
    extracted, archive : pathlib.Path
        nbgrader's two folders of `zip_collect`.
    read, learner_of : callable
        Those of the school's system.
    released : set of str
        File names of the unit's notebooks.
    endings : list of str
        Of the files that count.
    """
    one = [path.stem for path in archive.iterdir()] if archive.is_dir() else []
    best: dict[tuple[str, str], tuple[Path, Download]] = {}
    left_out = []
    for path in sorted(extracted.rglob("*")):
        if path.is_symlink() or not path.is_file() or path.suffix not in endings:
            continue
        parts = path.relative_to(extracted).parts
        # The download itself is a folder here. It may be called anything, a learner's name, too.
        if len(parts) > 1 and (one == [parts[0]] or read(parts) is None):
            parts = parts[1:]
        told = read(parts)
        learner = told and learner_of(told)
        if told is None or learner is None:
            why = (
                "its name tells no learner" if told is None else f"no roster line fits {told.name}"
            )
            left_out.append(f"{'/'.join(parts)} is left out: {why}.")
            continue
        key = learner, notebook_name(told.file, released)
        before = best.get(key)
        if before is not None:
            older = before[0] if before[1].attachment < told.attachment else path
            left_out.append(f"{older.name} is left out: {learner} has another {key[1]}.")
        if before is None or before[1].attachment < told.attachment:
            best[key] = path, told
    return Found({path: (*key, told) for key, (path, told) in best.items()}, left_out)


def notebook_name(file: str, released: set[str]) -> str:
    """Return a file's name: of the unit's notebooks without folders and resubmission number."""
    stem, dot, ending = file.rpartition("/")[2].rpartition(".")
    for name in (f"{stem}{dot}{ending}", f"{AGAIN.sub('', stem)}{dot}{ending}"):
        if name in released:
            return name
    return file
