"""What a submission costs in processor time, unit by unit, and 100,000 of them spread over all.

Counted is everything that grading starts: the process that saves, the workers, and all processes of
learners and checkers, which are added to their parents' time when they have ended. Each submission
is the unit's own solution, graded by one process of this machine.

    python -m bench.cluster_units [UNIT ...]
"""

import sys
import tempfile
from pathlib import Path

from bench.cluster import MANY, measured
from bench.grading import ROOT, Room

N = 8


def unit_seconds(unit: str) -> tuple[float, float]:
    """Return the seconds of processor time of a submission: of all processes, and of the driver."""
    with tempfile.TemporaryDirectory() as folder:
        room = Room(Path(folder) / "course", unit, N)
        told = measured(room, "alone", unit)
    return told["everybody"] / told["n"], told["processor"] / told["n"]


def main(units: list[str]) -> None:
    """Print a line for each unit, and what follows."""
    found = []
    for unit in units:
        whole, driver = unit_seconds(unit)
        found.append(whole)
        print(f"unit {unit}: {whole:.2f} s of one core, {1000 * driver:.1f} ms of it saves")
    each = sum(found) / len(found)
    print(f"{each:.2f} s on average: {MANY:,} submissions, as many of each unit, ", end="")
    print(f"are {MANY * each / 3600:.1f} core-hours (asked: under 6)")


if __name__ == "__main__":
    everyone = sorted(path.name for path in (ROOT / "source").glob("0*/"))
    main(sys.argv[1:] or everyone)
