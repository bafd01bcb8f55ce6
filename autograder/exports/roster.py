"""The roster: one row a learner, with the ids that the school's systems know them by."""

import csv
from dataclasses import dataclass, fields
from pathlib import Path

from autograder.problems import CannotStart


@dataclass(frozen=True)
class Entry:
    """One learner of a roster.

    Parameters
    ----------
    id : str
        The learner's id in the gradebook.
    first_name, last_name, email, section : str
    canvas_id, sis_user_id, sis_login_id : str
        Canvas' columns "ID", "SIS User ID" and "SIS Login ID".
    moodle_username, moodle_idnumber : str
        Moodle's "Username" and "ID number".
    extension : str
        Hours that are added to each due date of this learner.
    """

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    section: str = ""
    canvas_id: str = ""
    sis_user_id: str = ""
    sis_login_id: str = ""
    moodle_username: str = ""
    moodle_idnumber: str = ""
    extension: str = ""


KNOWN = tuple(each.name for each in fields(Entry))


@dataclass(frozen=True)
class Roster:
    """A roster file.

    Parameters
    ----------
    entries : dict
        Learner's id -> entry, in the file's order.
    ignored : list of str
        Columns that mean nothing here.
    """

    entries: dict[str, Entry]
    ignored: list[str]


def read_roster(path: Path) -> Roster:
    """Read a roster: a CSV file with a heading, separated by commas, semicolons or tabs.

    Raises
    ------
    CannotStart
        If it cannot be read, has no column ``id``, or a row is wrong; the line is named.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        said = "is not text in UTF-8" if isinstance(error, ValueError) else error.strerror
        raise CannotStart(f"The roster {path} cannot be read: {said}.") from None
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(text.splitlines(), delimiter=separator)
    heads = [head.strip().casefold().replace(" ", "_") for head in next(reader, [])]
    if "id" not in heads:
        raise CannotStart(
            f"The first line of the roster {path} names no column `id`. Known columns are: "
            f"{', '.join(KNOWN)}."
        )
    if twice := sorted({head for head in heads if head in KNOWN and heads.count(head) > 1}):
        raise CannotStart(f"The roster {path} has two columns {', '.join(twice)}: keep one.")
    entries: dict[str, Entry] = {}
    for row in reader:
        if any(part.strip() for part in row):
            entry = _entry(path, reader.line_num, heads, row)
            if entry.id in entries:
                raise CannotStart(
                    f"Line {reader.line_num} of the roster {path} names {entry.id} again: each "
                    "learner has one line."
                )
            entries[entry.id] = entry
    return Roster(entries, [head for head in heads if head not in KNOWN])


def _entry(path: Path, line: int, heads: list[str], row: list[str]) -> Entry:
    if len(row) > len(heads):
        raise CannotStart(
            f"Line {line} of the roster {path} has {len(row)} columns, and its first line names "
            f"{len(heads)}. Put a text that holds a separator in double quotes."
        )
    told = {head: part.strip() for head, part in zip(heads, row, strict=False) if head in KNOWN}
    if not told.get("id"):
        raise CannotStart(f"Line {line} of the roster {path} has no id.")
    if told.get("extension"):
        try:
            hours = float(told["extension"])
        except ValueError:
            hours = -1.0
        if not 0 <= hours < float("inf"):
            raise CannotStart(
                f"Line {line} of the roster {path}: the extension {told['extension']} is no "
                "number of hours."
            )
    return Entry(**told)
