"""How fast submissions are graded and given feedback, beside nbgrader's own commands.

Everything is measured in one run, on the same submissions. Both sides are warm: libraries are
loaded, and a first submission has been graded, before the clock starts.
"""

import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
import psutil

ROOT = Path(__file__).parents[1]
UNIT = "02_forward_propagation"
N = 20
ROUNDS = 3
"""How often each figure is taken: the median counts."""


class Room:
    """A course folder with one unit and its submissions.

    Parameters
    ----------
    folder : pathlib.Path
        Not there yet.
    unit : str
        The unit.
    n : int
        Number of submissions: each the unit's solution, with its learner's name in it.
    plots : bool
        Whether the cells that draw stay in.
    """

    def __init__(self, folder: Path, unit: str, n: int, plots: bool = True) -> None:
        self.folder, self.unit = folder, unit
        folder.mkdir(parents=True)
        (folder / "nbgrader_config.py").write_text(
            'c = get_config()\nc.CourseDirectory.course_id = "bench"\n'
        )
        shutil.copytree(ROOT / "source" / unit, folder / "source" / unit)
        self.run("nbgrader", "generate_assignment", unit)
        for k in range(n + 1):
            self._submit(f"learner{k:04d}", plots)

    def _submit(self, student: str, plots: bool) -> None:
        place = self.folder / "submitted" / student / self.unit
        place.mkdir(parents=True)
        for path in sorted((ROOT / "source" / self.unit).glob("*.ipynb")):
            notebook = nbformat.read(path, as_version=4)
            if not plots:
                notebook.cells = [cell for cell in notebook.cells if not _draws(cell)]
            notebook.cells.append(nbformat.v4.new_code_cell(f"print({student!r})"))
            nbformat.write(notebook, place / path.name)

    def run(self, module: str, *words: str) -> str:
        """Run ``python -m module`` in the course folder, with this environment's programs."""
        with self.started(module, *words) as process:
            out, err = process.communicate()
        if process.returncode != 0:
            raise RuntimeError(f"{module} {' '.join(words)}:\n{out}{err}")
        return out

    def started(self, module: str, *words: str) -> subprocess.Popen:
        """Start ``python -m module`` in the course folder."""
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        return subprocess.Popen(
            [sys.executable, "-m", module, *words],
            cwd=self.folder,
            env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def rate(self, what: str, *words: str) -> float:
        """Run one of this folder's measurements; return how many submissions a second it did."""
        told = json.loads(self.run("bench.grading_runs", what, self.unit, *words).splitlines()[-1])
        return told["n"] / told["seconds"]

    def rates(self, *measures: tuple[str, ...]) -> list[float]:
        """Take several measurements in turns; return the median of each."""
        taken = [[self.rate(*measure) for measure in measures] for _ in range(ROUNDS)]
        return [statistics.median(each) for each in zip(*taken, strict=True)]

    def worker_megabytes(self) -> float:
        """Grade once more, and return the most memory that a worker took, with all below it.

        Pages that several processes share count for each by its part.
        """
        most = 0.0
        with self.started("autograder", "grade", self.unit, "--force") as process:
            while process.poll() is None:
                for worker in _children(process.pid):
                    below = _children(worker.pid, recursive=True)
                    most = max(most, sum(map(_memory, [worker, *below])))
                time.sleep(0.1)
            process.communicate()
        return most / 2**20


def _children(number: int, recursive: bool = False) -> list[psutil.Process]:
    with contextlib.suppress(psutil.Error):  # it has ended since
        return psutil.Process(number).children(recursive)
    return []


def _memory(process: psutil.Process) -> float:
    with contextlib.suppress(psutil.Error):
        return process.memory_full_info().pss
    return 0.0


def _draws(cell) -> bool:
    return any("image/png" in str(output) for output in cell.get("outputs", []))


def throughput(unit: str, plots: bool, asked: float) -> None:
    """Print how many submissions a second the engine and stock nbgrader grade."""
    with tempfile.TemporaryDirectory() as folder:
        room = Room(Path(folder) / "course", unit, N, plots)
        theirs, ours, alone = room.rates(("stock",), ("engine", "2"), ("engine", "1"))
        print(f"unit {unit[:2]}, {N} submissions, {'with' if plots else 'without'} figures:")
        print(f"  stock {theirs:.2f}/s, engine {ours:.2f}/s", end="")
        print(f": {ours / theirs:.1f} times (asked: {asked:g})")
        print(f"  from 1 to 2 processes: {ours / alone:.2f} times (asked: 1.8)")
        print(f"  memory of a worker: {room.worker_megabytes():.0f} MB (bound 250)")
        theirs, ours = room.rates(("stock_feedback",), ("feedback", "2"))
        print(f"  feedback: stock {theirs:.1f}/s, engine {ours:.1f}/s", end="")
        print(f": {ours / theirs:.1f} times (asked: 5)")


def flat(large: int = 400) -> None:
    """Print what a submission costs among few and among many."""
    with tempfile.TemporaryDirectory() as folder:
        few = Room(Path(folder) / "few", UNIT, N, plots=False).rate("engine", "2")
        many = Room(Path(folder) / "many", UNIT, large, plots=False).rate("engine", "2")
        print(f"cost of one among {N} and among {large} submissions: ", end="")
        print(f"{1000 / few:.0f} and {1000 / many:.0f} ms, {few / many:.2f} times")


def main() -> None:
    """Print everything."""
    print("Grading, beside stock nbgrader (in process, warm)")
    throughput(UNIT, True, 10)
    throughput(UNIT, False, 20)
    flat()


if __name__ == "__main__":
    main()
