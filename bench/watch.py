"""How long a learner waits from Submit to the released feedback, while `autograder watch` runs.

Submissions are made by nbgrader's own class, in this process; the clock runs from its call until
the page lies in the exchange, where `nbgrader fetch_feedback` and the Assignment List find it.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbgrader.apps import NbGrader
from nbgrader.auth import Authenticator
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange import ExchangeFactory
from nbgrader.utils import notebook_hash

ROOT = Path(__file__).parents[1]
UNIT = "02_forward_propagation"
N = 30
MANY = 50
PATIENCE = 120


class Class:
    """A course with one released unit, its exchange, and learners who submit.

    Parameters
    ----------
    folder : pathlib.Path
        Not there yet.
    source : pathlib.Path
        The unit's folder.
    url : str
        Of the gradebook; SQLite where it is empty.
    """

    def __init__(self, folder: Path, source: Path = ROOT / "source" / UNIT, url: str = "") -> None:
        self.unit = source.name
        self.course, self.exchange = folder / "course", folder / "exchange"
        self.homes = folder / "homes"
        self.course.mkdir(parents=True)
        self.exchange.mkdir()
        self.exchange.chmod(0o777)  # nbgrader asks for it
        own = f"c.CourseDirectory.db_url = {url!r}\n" if url else ""
        (self.course / "nbgrader_config.py").write_text(
            f'c = get_config()\nc.CourseDirectory.course_id = "bench"\n{own}'
            f"c.Exchange.root = {str(self.exchange)!r}\nc.ExchangeCollect.check_owner = False\n"
        )
        shutil.copytree(source, self.course / "source" / self.unit)
        for command in ("generate_assignment", "release_assignment"):
            with self.started("nbgrader", command, self.unit) as process:
                said = process.communicate()[0]
            if process.returncode != 0:
                raise RuntimeError(said)
        self.app = NbGrader()
        self.app.initialize(["--log-level=ERROR"])
        self.app.config.Exchange.root = str(self.exchange)
        self.factory = ExchangeFactory(parent=self.app)
        paths = sorted(source.glob("*.ipynb"))
        self.answers = {path.stem: nbformat.read(path, as_version=4) for path in paths}

    def started(self, module: str, *words: str) -> subprocess.Popen:
        """Start ``python -m module`` in the course folder."""
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        return subprocess.Popen(
            [sys.executable, "-m", module, *words],
            cwd=self.course,
            env={**os.environ, "PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def write(self, student: str, code: str = "") -> None:
        """Write a learner's notebooks: the solutions, and a cell of their own after the last."""
        home = self.homes / student / self.unit
        home.mkdir(parents=True, exist_ok=True)
        for name, solved in self.answers.items():
            made = nbformat.from_dict(dict(solved))
            own = [nbformat.v4.new_code_cell(code or f"print({student!r})")]
            made.cells = [*solved.cells, *(own if name == self.last else [])]
            nbformat.write(made, home / f"{name}.ipynb")

    @property
    def last(self) -> str:
        """The name of the unit's last notebook, whose page the learner waits for."""
        return list(self.answers)[-1]

    def submit(self, student: str) -> Path:
        """Submit as a learner; return where the feedback will lie."""
        directory = CourseDirectory(parent=self.app)
        directory.assignment_id, directory.student_id = self.unit, student
        directory.course_id = "bench"
        home = self.homes / student
        everybody = Authenticator(parent=self.app)
        submitting = self.factory.Submit(
            coursedir=directory, authenticator=everybody, parent=self.app
        )
        submitting.assignment_dir, submitting.cache = str(home), str(home / ".cache")
        submitting.start()
        inbound = self.exchange / "bench" / "inbound" / submitting.assignment_filename
        secret = (inbound / "submission_secret.txt").read_text()
        page = f"{notebook_hash(secret=secret, notebook_id=self.last)}.html"
        return self.exchange / "bench" / "feedback" / page


def wait_for(pages: dict[str, tuple[float, Path]]) -> list[float]:
    """Return how long each page took, from its learner's Submit on."""
    waits, until = [], time.monotonic() + PATIENCE
    while pages:
        for student, (began, page) in list(pages.items()):
            if page.exists():
                waits.append(time.perf_counter() - began)
                del pages[student]
        if time.monotonic() > until:
            raise RuntimeError(f"no feedback for {', '.join(pages)}")
        time.sleep(0.02)  # looking is not to take the time of what is measured
    return waits


def tell(what: str, waits: list[float]) -> None:
    """Print the middle and the end of a list of waits."""
    waits = sorted(waits)
    late = waits[min(len(waits) - 1, int(0.95 * len(waits)))]
    print(f"  {what}: median {statistics.median(waits):.2f} s, 95 % {late:.2f} s", end="")
    print(f", longest {waits[-1]:.2f} s")


def one_after_the_other(room: Class) -> None:
    """Print what one learner at a time waits."""
    waits = []
    for number in range(N):
        student = f"learner{number:02d}"
        room.write(student)
        began = time.perf_counter()
        waits += wait_for({student: (began, room.submit(student))})
    tell(f"{N} learners, one after the other (asked: median 1 s, 95 % 3 s)", waits)


def many(room: Class, loop: bool) -> None:
    """Print what many learners wait who submit within a few seconds."""
    if loop:
        room.write("looping", "while True:\n    pass")
        room.submit("looping")
    students = [f"crowd{number:02d}" for number in range(MANY)]
    for student in students:
        room.write(student)
    pages = {}
    for student in students:
        pages[student] = (time.perf_counter(), room.submit(student))
    tell(f"{MANY} at once{', beside an endless loop' if loop else ''}", wait_for(pages))


def main() -> None:
    """Print everything."""
    print(f"From Submit to feedback: unit {UNIT[:2]}, autograder watch with 2 processes")
    with tempfile.TemporaryDirectory() as folder:
        room = Class(Path(folder) / "class")
        with room.started("autograder", "watch", UNIT) as watching:
            try:
                assert watching.stdout is not None
                watching.stdout.readline()  # it is ready
                one_after_the_other(room)
                many(room, loop=False)
                many(room, loop=True)
            finally:
                watching.terminate()
                watching.communicate()


if __name__ == "__main__":
    main()
