"""What is said to an author: problems with a place and a remedy, and faults that stop a command."""

from dataclasses import dataclass

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
