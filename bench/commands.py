"""How long whole commands take, start included, beside nbgrader's own: what a user waits for.

Each figure is the median of fresh processes, taken in turns with what it is held against.
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
NOTHING_LEFT = (20, 200)
"""So many graded submissions lie there when `grade` has nothing to do."""


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
    version = ("nbgrader", "--version")
    commands = [
        ("autograder", "--help"),
        ("autograder", "--version"),
        ("autograder", "grade", "--no-such-option"),
    ]
    stock, *ours = medians(folder, [version, *commands])
    print(f"{' '.join(version):44} {stock:6.2f} s")
    for command, each in zip(commands, ours, strict=True):
        print(f"{' '.join(command):44} {each:6.2f} s   1/{stock / each:.1f} (required 1/12)")


def nothing_to_do(folder):
    """Print how long `grade` takes when everything is graded, and what one submission adds."""
    taken = []
    for n in NOTHING_LEFT:
        room = Room(Path(folder) / f"graded{n}", UNIT, n, plots=False)
        room.run("autograder", "grade", UNIT)
        grade = ("autograder", "grade", UNIT)
        stock, ours = medians(room.folder, [("nbgrader", "--version"), grade])
        taken.append(ours)
        print(
            f"autograder grade, nothing to do, {n + 1:4} graded  {ours:6.2f} s   "
            f"1/{stock / ours:.1f} of nbgrader --version (required 1/2)"
        )
    growth = (taken[1] - taken[0]) / (NOTHING_LEFT[1] - NOTHING_LEFT[0])
    print(f"each submission more                         {1000 * growth:6.2f} ms  (required 1)")


def whole_runs(folder):
    """Print how long a class takes as a user types it, beside `nbgrader autograde`."""
    for plots, n, asked in ((True, 20, 6), (False, 20, 8)):
        room = Room(Path(folder) / f"whole{n}{plots}", UNIT, n - 1, plots)
        ours = statistics.median(
            seconds(room.folder, "autograder", "grade", UNIT, "--force") for _ in range(3)
        )
        stock = seconds(room.folder, "nbgrader", "autograde", UNIT, "--force")
        words = "with plots" if plots else "without plots"
        print(
            f"{n} submissions {words:14} autograder {ours:6.1f} s, nbgrader {stock:6.1f} s: "
            f"{stock / ours:.1f} times (required {asked})"
        )


def main():
    """Print the table."""
    print("Whole commands, start included (medians of fresh processes)")
    with tempfile.TemporaryDirectory() as folder:
        starts(folder)
        nothing_to_do(folder)
        whole_runs(folder)


if __name__ == "__main__":
    main()
