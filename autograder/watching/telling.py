"""What a watch says: a line for each submission, a line of status on a terminal, troubles once."""

import sys
import time

import click
from tqdm import tqdm

from autograder.engine.submission.results import GRADED, Outcome

EVERY = 0.5
"""Seconds between two looks of the status line."""


class Teller:
    """Prints for whoever looks on."""

    def __init__(self) -> None:
        tqdm.monitor_interval = 0  # a thread of its own, in a process that forks others
        self._bar = tqdm(total=0, bar_format="{desc}", disable=None, file=sys.stderr, leave=False)
        self._told: dict[str, str] = {}
        self._next = 0.0

    def line(self, text: str) -> None:
        """Print a line."""
        with self._bar.external_write_mode(file=sys.stdout):
            click.echo(text)

    def outcome(self, outcome: Outcome, waited: float, waiting: int) -> None:
        """Say what became of a submission, how long it waited, and how many wait behind it."""
        score = "" if outcome.score is None else f", {outcome.score:g} of {outcome.max_score:g}"
        times = f"{outcome.seconds:.1f} s, after {waited:.1f} s of waiting; {waiting} wait"
        self.line(f"{outcome.unit} {outcome.student}: {outcome.status}{score} ({times})")
        if outcome.problem:
            self.line(f"  {outcome.problem}")
        if outcome.status != GRADED:
            for flag in outcome.flags:
                self.line(f"  {flag['text']}")

    def trouble(self, about: str, text: str) -> None:
        """Say what is wrong, unless that has been said and is so still."""
        if self._told.get(about) != text:
            self._told[about] = text
            self.line(text)

    def over(self, about: str, text: str = "") -> None:
        """Forget a trouble; say so, with this text, if it had been told."""
        if self._told.pop(about, None) and text:
            self.line(text)

    def status(self, waiting: int, longest: float, at_work: int, done: int) -> None:
        """Renew the status line."""
        if self._bar.disable or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + EVERY
        since = f", the first for {longest:.1f} s" if waiting else ""
        self._bar.set_description_str(
            f"{waiting} waiting{since}; {at_work} at work; {done} done since the start"
        )

    def close(self) -> None:
        """Remove the status line."""
        self._bar.close()
