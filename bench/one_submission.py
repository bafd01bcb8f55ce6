"""Where the time of one graded submission goes, and how far it is from the floor.

The floor is what nobody can be without: the notebook's own cells, tests included, run one after
the other in a child of a process that has loaded everything, without walls and without a checker.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path

import nbformat

from autograder.course import load_course
from autograder.engine.protocol.shell import Stream
from autograder.engine.run import worker
from autograder.engine.run.grading import NotebookRun
from autograder.engine.run.opening import open_run
from autograder.engine.run.pool import local_processes
from autograder.engine.sandbox.warm import warm
from autograder.engine.submission.submission import grade_submission
from bench.grading import UNIT, Room

N = 10
CELLS, DRAWING, CHECKS = "cells that do not draw", "cells that draw", "checks"
FORK, CHECKER = "fork of the learner's process", "fork of the checker"
REST, SAVING = "reading, repairing, ending the processes", "saving (gradebook and folder)"
ROWS = (REST, FORK, CHECKER, CELLS, DRAWING, CHECKS, SAVING)


class Clock:
    """Adds up seconds by phase; a phase within another one stops the outer one's time."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._inner = [0.0]

    @contextmanager
    def phase(self, name: str):
        """Count the time of a block for ``name``."""
        began = time.perf_counter()
        self._inner.append(0.0)
        try:
            yield
        finally:
            took = time.perf_counter() - began
            self.spent[name] += took - self._inner.pop()
            self._inner[-1] += took


class TimedRun(NotebookRun):
    """A notebook's run that says where its time goes."""

    clock: Clock
    drawing: frozenset[str]

    def _start_learner(self) -> None:
        with self.clock.phase(FORK):
            super()._start_learner()

    def _start_checker(self) -> None:
        with self.clock.phase(CHECKER):
            super()._start_checker()

    def _learner_cell(self, source: str, *others) -> bool:
        with self.clock.phase(DRAWING if source in self.drawing else CELLS):
            return super()._learner_cell(source, *others)

    def _test(self, *words) -> dict:
        with self.clock.phase(CHECKS):
            return super()._test(*words)


def timed(job, assignment, limits, drawing):
    """Grade one submission in a worker; return its result and the seconds of each phase."""
    clock = Clock()

    def run(notebook, book, files):
        made = TimedRun(
            notebook, book, worker._slot, worker._shell, limits, files, assignment.files, job.seed
        )
        made.clock, made.drawing = clock, drawing
        return made.run()

    with clock.phase(REST):
        result = grade_submission(job, assignment, limits, True, run)
    return result, dict(clock.spent)


def phases(unit, drawing):
    """Grade the current folder's submissions one by one.

    Returns
    -------
    taken : list of dict
        The seconds of each phase, for each submission.
    settings : tuple
        What warm processes load: imports, and the names of finished copies.
    """
    taken = []
    with open_run(load_course(Path(".")), unit, isolated=True) as run:
        saver = run.saver()
        with local_processes(run.sandbox, 1) as executor:
            for student, folder in run.submissions([]).items():
                job = run.job(student, folder)
                work = executor.submit(timed, job, run.assignment, run.limits, drawing)
                result, spent = work.result()
                began = time.perf_counter()
                outcome = run.saved(saver, result, folder)
                if outcome.status != "graded":
                    raise RuntimeError(outcome)
                taken.append({**spent, SAVING: time.perf_counter() - began})
        settings = run.sandbox.imports, run.sandbox.withheld
    return taken[1:], settings  # the first one finds everything cold


def floor(sources, imports, withheld):
    """Run the cells of a submission's notebooks in children of a warm process.

    Parameters
    ----------
    sources : list of list of str
        The code cells of each notebook.
    imports, withheld : tuple of str
        What warm processes load.

    Returns
    -------
    list of float
        Seconds of the cells alone, one for each of ``N`` times.
    """
    sys.path.insert(0, "")
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    shell = warm(list(imports), list(withheld))
    return [sum(_child(shell, cells) for cells in sources) for _ in range(N)]


def _child(shell, cells):
    """Fork, run cells in the child, and return the seconds that they took."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        outputs = []
        sys.stdout = sys.stderr = Stream("stdout", outputs.append, 1)
        began = time.perf_counter()
        ran = [shell.run(cell, number, outputs.append).ok for number, cell in enumerate(cells, 1)]
        os.write(writing, json.dumps([time.perf_counter() - began, all(ran)]).encode())
        os._exit(0)
    os.close(writing)
    with open(reading) as pipe:
        seconds, ran = json.loads(pipe.read())
    os.waitpid(child, 0)
    if not ran:
        raise RuntimeError("a cell of the course's own solution failed")
    return seconds


def measure(unit):
    """Return the phases and the floor of a unit of the course in the current folder, in seconds."""
    notebooks = [nbformat.read(path, 4) for path in sorted(Path("source", unit).glob("*.ipynb"))]
    code = [[cell for cell in each.cells if cell.cell_type == "code"] for each in notebooks]
    drawing = {cell.source for cells in code for cell in cells if "image/png" in str(cell.outputs)}
    taken, settings = phases(unit, frozenset(drawing))
    told = {name: statistics.median(each.get(name, 0.0) for each in taken) for name in ROWS}
    bare = floor([[cell.source for cell in cells] for cells in code], *settings)
    return {"phases": told, "floor": statistics.median(bare)}


def main():
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        room = Room(Path(folder) / "course", UNIT, N)
        told = json.loads(room.run("bench.grading_runs", "one_submission", UNIT).splitlines()[-1])
    whole = sum(told["phases"].values())
    print(f"One submission of unit {UNIT[:2]}, with figures, one at a time (medians of {N})")
    for name, seconds in told["phases"].items():
        print(f"  {name:42} {1000 * seconds:6.0f} ms  {seconds / whole:4.0%}")
    print(f"  {'together':42} {1000 * whole:6.0f} ms")
    print(f"  {'the floor: the bare cells, warm':42} {1000 * told['floor']:6.0f} ms", end="")
    print(f"  ({whole / told['floor']:.1f} times)")


if __name__ == "__main__":
    main()
