"""What is said to an author: problems with a place and a remedy, and faults that stop a command."""

from dataclasses import dataclass
from pathlib import Path

import click


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that an author has to put right.

    Parameters
    ----------
    line : int
        Line of the unit's text, counted from 1.
    text : str
        A sentence that says what is wrong and what to do.
    """

    line: int
    text: str


class CannotStart(click.ClickException):
    """The command was asked for something it cannot even begin with: exit status 2."""

    exit_code = 2


def shown(path: Path) -> Path:
    """Return a path as a terminal shows it: from the current folder on, where it lies below."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def some_of(names: list[str], most: int = 8) -> str:
    """Return the first names of a list, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"
