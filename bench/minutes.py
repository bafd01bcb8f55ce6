"""How true the stated minutes are: the model is fitted to nine measured units, and its error shown.

Each line of the first table holds the minutes that beginners took for a unit of one notebook, with
its tests standing open, and what `autograder.building.minutes.load` counted in it then. The second
one holds what three others needed for each sitting of today, none of whom had seen it before, by
their own estimate of each section. The model was not fitted to these.
"""

from pathlib import Path

import nbformat
import numpy as np
from scipy.optimize import nnls

from autograder.building import minutes
from autograder.building.minutes import Load
from autograder.course import load_course

# minutes, words, formulas, lines, open_lines, figures, widgets, answers, written, essays
MEASURED = {
    "00": (75, Load(2859, 1, 102, 103, 1, 0, 5, 5, 0)),
    "01": (105, Load(2527, 5, 132, 152, 3, 0, 5, 9, 1)),
    "02": (65, Load(1629, 3, 108, 119, 2, 1, 5, 7, 0)),
    "03": (165, Load(3499, 8, 197, 381, 2, 1, 7, 14, 0)),
    "04": (115, Load(3056, 2, 155, 219, 4, 0, 6, 22, 0)),
    "05": (135, Load(3201, 5, 209, 315, 5, 1, 8, 23, 0)),
    "06": (170, Load(3137, 2, 246, 323, 5, 0, 6, 29, 1)),
    "07": (170, Load(4198, 6, 301, 583, 2, 1, 8, 36, 0)),
    "08": (210, Load(5099, 2, 332, 396, 5, 1, 9, 40, 1)),
}

# minutes for the sittings of a unit, in their order
READ = {
    "00": (32, 35),
    "01": (50, 38),
    "02": (28, 28),
    "03": (43, 37, 44),
    "04": (30, 27, 38),
    "05": (38, 30, 40, 26),
    "06": (43, 46, 45),
    "07": (39, 40, 44, 41),
    "08": (33, 42, 40, 57),
}


def fit(units):
    """Return minutes for an answer, and for a line of it, that fit best: relative errors count."""
    loads = [MEASURED[unit][1] for unit in units]
    took = np.array([MEASURED[unit][0] for unit in units], float)
    reading = np.array([load.reading for load in loads])
    counts = np.array([[load.answers, load.written] for load in loads], float)
    found, _ = nnls(counts / took[:, None], (took - reading) / took)
    return found


def error(unit, answer, line):
    """Return by which share the model misses a unit."""
    took, load = MEASURED[unit]
    return (load.reading + load.answers * answer + load.written * line) / took - 1


def main():
    answer, line = fit(MEASURED)
    print("Minutes of a beginner, by the model of autograder/building/minutes.py")
    print(f"fitted: {answer:.2f} for an answer, {line:.2f} for each line written there", end="; ")
    print(f"in the model: {minutes.ANSWER} and {minutes.WRITTEN_LINE}")
    found, alone = [], []
    for unit, (took, load) in MEASURED.items():
        found.append(error(unit, minutes.ANSWER, minutes.WRITTEN_LINE))
        alone.append(error(unit, *fit([other for other in MEASURED if other != unit])))
        print(f"unit {unit}: {took:4} measured, {load.minutes:4.0f} by the model, {found[-1]:+.0%}")
    for what, errors in {"the model": found, "fitted without the unit": alone}.items():
        sizes = np.abs(errors)
        print(f"error, {what}: {sizes.mean():.0%} on average, {sizes.max():.0%} at most")
    print_sittings()


def print_sittings():
    """Print what readers needed for each sitting beside the model's minutes for it."""
    course = load_course(Path.cwd())
    off = []
    for folder in sorted(path for path in Path("source").iterdir() if path.is_dir()):
        for path, read in zip(sorted(folder.glob("*.ipynb")), READ[folder.name[:2]], strict=True):
            model = minutes.load(nbformat.read(path, 4), course).minutes
            off.append(read / model - 1)
            print(f"{path.stem}: {read} read, {model:.0f} by the model, {off[-1]:+.0%}")
    print(f"readers and model differ by {np.mean(np.abs(off)):.0%} on average")


if __name__ == "__main__":
    main()
