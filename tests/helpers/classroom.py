"""A class in a temporary folder: an instructor, learners, an exchange, nbgrader's own commands."""

import csv
import shutil

import nbformat
import sandbox_needed  # noqa: F401
from unit import ROOT

PATIENCE = 1200
"""The most seconds of one command, which may grade a whole class."""


class Classroom:
    """Runs the real `nbgrader` commands on a copy of the course.

    Parameters
    ----------
    folder : pathlib.Path
        An empty folder.
    units : list of str
        The units to copy.
    commands : warm_commands.WarmCommands
        Runs them.
    """

    def __init__(self, folder, units, commands):
        self.units = units
        self.commands = commands
        self.course = folder / "course"
        self.exchange = folder / "exchange"
        self.homes = folder / "homes"
        self.exchange.mkdir(parents=True)
        # nbgrader asks that everybody can write into the exchange.
        self.exchange.chmod(0o777)
        for unit in units:
            (self.course / "source" / unit).mkdir(parents=True)
            for notebook in (ROOT / "source" / unit).glob("*.ipynb"):
                shutil.copy(notebook, self.course / "source" / unit)
        shutil.copy(ROOT / "nbgrader_config.py", self.course)

    def nbgrader(self, *words, cwd=None):
        """Run one command; a failure shows what it printed."""
        cwd = cwd or self.course
        where = ["--Exchange.root", str(self.exchange), "--Exchange.cache", str(cwd / ".cache")]
        own = {"home": self.homes, "patience": PATIENCE}
        status, said = self.commands.run(cwd, "nbgrader", *words, *where, **own)
        assert status == 0, f"nbgrader {' '.join(words)}:\n{said}"
        return said

    def release(self):
        for unit in self.units:
            self.nbgrader("generate_assignment", unit)
            self.nbgrader("release_assignment", unit)

    def learner(self, name, edit):
        """Let a learner fetch all units, change their cells with `edit(unit, cell)`, and submit."""
        home = self.homes / name
        home.mkdir(parents=True)
        who = ["--course", "neural_networks", "--student", name]
        self.nbgrader("fetch_assignment", *self.units, *who[:2], cwd=home)
        for unit in self.units:
            for path in (home / unit).glob("*.ipynb"):
                notebook = nbformat.read(path, as_version=4)
                for cell in notebook.cells:
                    edit(unit, cell)
                nbformat.write(notebook, path)
            self.nbgrader("submit", unit, *who, cwd=home)

    def grade(self):
        for unit in self.units:
            self.nbgrader("collect", unit)
            self.nbgrader("autograde", unit)
            self.nbgrader("generate_feedback", unit)
            self.nbgrader("release_feedback", unit)

    def feedback(self, name):
        """Let a learner fetch the feedback; return {unit: its pages, one after the other}."""
        home = self.homes / name
        who = ["--course", "neural_networks", "--student", name]
        self.nbgrader("fetch_feedback", *self.units, *who, cwd=home)
        return {
            unit: "\n".join(
                path.read_text(encoding="utf-8")
                for path in sorted((home / unit / "feedback").glob("*/*.html"))
            )
            for unit in self.units
        }

    def export(self):
        """Return the exported table: {(unit, learner): row}."""
        self.nbgrader("export")
        with open(self.course / "grades.csv", encoding="utf-8", newline="") as file:
            return {(row["assignment"], row["student_id"]): row for row in csv.DictReader(file)}
