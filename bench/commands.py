"""How long whole commands take, start included, beside nbgrader's own: what a user waits for.

Each figure is the median of fresh processes, taken in turns with what it is held against; beside
it stands what is required. These are seconds of the clock on the wall: on a machine that is busy
with something else they say little.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.grading import UNIT, Room

N = 5
VERSION = ("nbgrader", "--version")
NOTHING_LEFT = (20, 1000)
"""So many graded submissions lie there when `grade` has nothing to do."""


def row(what, required, measured, told=""):
    """Print one line of the table: what it is about, what is required, what was measured."""
    print(f"{what:46} {required:>12} {measured:>12}   {told}".rstrip())


def seconds(folder, *words):
    """Run one command in a fresh process; return how long it took.

    The exit status is left aside: a wrong option ends with 2.
    """
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    began = time.perf_counter()
    subprocess.run(words, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True)
    return time.perf_counter() - began


def medians(folder, commands):
    """Take several commands in turns; return the median of each."""
    taken = [[seconds(folder, *command) for command in commands] for _ in range(N)]
    return [statistics.median(each) for each in zip(*taken, strict=True)]


def starts(folder):
    """Print how long commands take that do nothing."""
    commands = [
        ("autograder", "--help"),
        ("autograder", "--version"),
        ("autograder", "grade", "--no-such-option"),
    ]
    stock, *ours = medians(folder, [VERSION, *commands])
    for command, each in zip(commands, ours, strict=True):
        told = f"{each:.2f} s; {' '.join(VERSION)} {stock:.2f} s"
        row(" ".join(command), "under 1/12", f"1/{stock / each:.1f}", told)


def nothing_to_do(folder):
    """Print how long `grade` takes when everything is graded, and what one submission adds."""
    grade, taken = ("autograder", "grade", UNIT), []
    for n in NOTHING_LEFT:
        room = Room(Path(folder) / f"graded{n}", UNIT, n - 1, plots=False)
        room.run(*grade)
        stock, ours = medians(room.folder, [VERSION, grade])
        taken.append(ours)
        told = f"{ours:.2f} s; {' '.join(VERSION)} {stock:.2f} s"
        row(f"grade, nothing to do, {n} graded", "under 1/2", f"1/{stock / ours:.1f}", told)
    growth = (taken[1] - taken[0]) / (NOTHING_LEFT[1] - NOTHING_LEFT[0])
    row("each submission more", "under 1 ms", f"{1000 * growth:.2f} ms")


def whole_runs(folder):
    """Print how long a class takes as a user types it, beside `nbgrader autograde`.

    nbgrader grades 20: it takes one after the other, so that 200 are reckoned from those.
    """
    start = seconds(folder, *VERSION)
    for plots, n, times, asked in ((True, 20, 3, 6), (True, 200, 1, 9), (False, 20, 3, 8)):
        room = Room(Path(folder) / f"whole{n}{plots}", UNIT, n - 1, plots)
        grade = ("autograder", "grade", UNIT, "--force", "--jobs", "2")
        ours = statistics.median(seconds(room.folder, *grade) for _ in range(times))
        if n == 20:
            stock = seconds(room.folder, "nbgrader", "autograde", UNIT, "--force")
        theirs = start + n / 20 * (stock - start)
        row(
            f"{n} submissions {'with two plots each' if plots else 'without plots'}, 2 jobs",
            f"{asked} times",
            f"{theirs / ours:.1f} times",
            f"{ours:.1f} s; nbgrader autograde {theirs:.1f} s",
        )


PARTS = (starts, nothing_to_do, whole_runs)


def main():
    """Print the table."""
    print("Whole commands, start included (medians of fresh processes)")
    row("", "required", "measured")
    with tempfile.TemporaryDirectory() as folder:
        for part in PARTS:
            part(folder)


if __name__ == "__main__":
    main()
