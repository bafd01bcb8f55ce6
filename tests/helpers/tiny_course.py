"""A course of notebooks written down in the test itself, graded by `autograder grade`."""

import csv
import json
import shutil
import sqlite3

import nbformat
import sandbox_needed  # noqa: F401
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

FLAGS = {"grade": False, "solution": False, "task": False, "locked": False, "schema_version": 3}
TABLE = """
select submitted_assignment.student_id, submitted_assignment.timestamp, base_cell.name,
       grade.auto_score, grade.manual_score, grade.extra_credit, grade.needs_manual_grade
from grade join submitted_notebook on grade.notebook_id = submitted_notebook.id
join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
join base_cell on grade.cell_id = base_cell.id
"""


def answer(name, solution):
    """A cell that learners fill; the instructor's solution stands in the source."""
    made = new_code_cell(f"### BEGIN SOLUTION\n{solution}\n### END SOLUTION", id=name)
    made.metadata["nbgrader"] = {**FLAGS, "solution": True, "grade_id": name}
    return made


def check(name, source, points=1):
    """A test."""
    made = new_code_cell(source, id=name)
    said = {"grade": True, "locked": True, "points": points, "grade_id": name}
    made.metadata["nbgrader"] = {**FLAGS, **said}
    return made


def essay(name, points=2):
    """A text that a person grades."""
    made = new_markdown_cell("Your thoughts.", id=name)
    said = {"grade": True, "solution": True, "points": points, "grade_id": name}
    made.metadata["nbgrader"] = {**FLAGS, **said}
    return made


def book(*cells):
    """A notebook."""
    made = new_notebook(cells=list(cells))
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made.metadata["kernelspec"] = kernel
    return made


class TinyCourse:
    """A course folder in a folder of its own."""

    def __init__(self, folder, commands):
        self.root = folder / "course"
        self.commands = commands

    @classmethod
    def new(cls, folder, commands, *config):
        """Make a course folder without units, with these lines of configuration."""
        made = cls(folder, commands)
        made.root.mkdir(parents=True)
        lines = ["c = get_config()", 'c.CourseDirectory.course_id = "tiny"', *config]
        (made.root / "nbgrader_config.py").write_text("\n".join(lines) + "\n")
        return made

    def copy(self, folder):
        """The same course, in the same state, elsewhere."""
        shutil.copytree(self.root, folder / "course", symlinks=True)
        return type(self)(folder, self.commands)

    def add(self, unit, files=None, **books):
        """Write a unit into the source folder and the gradebook; release it."""
        folder = self.root / "source" / unit
        folder.mkdir(parents=True, exist_ok=True)
        for name, made in books.items():
            nbformat.write(made, folder / f"{name}.ipynb")
        for name, content in (files or {}).items():
            (folder / name).write_text(content)
        self.nbgrader("generate_assignment", unit, "--force")

    def submit(self, student, unit, when=None, files=None, **answers):
        """Let a learner submit all notebooks of a unit with these answers in their cells."""
        folder = self.root / "submitted" / student / unit
        folder.mkdir(parents=True, exist_ok=True)
        for path in (self.root / "release" / unit).glob("*.ipynb"):
            made = nbformat.read(path, as_version=4)
            for cell in made.cells:
                name = cell.metadata.get("nbgrader", {}).get("grade_id")
                cell.source = answers.get(name, cell.source)
            nbformat.write(made, folder / path.name)
        for name, content in (files or {}).items():
            (folder / name).write_text(content)
        if when:
            (folder / "timestamp.txt").write_text(when)
        return folder

    def autograder(self, *words, **settings):
        """Run `autograder` to its end; return its exit status and what it printed."""
        return self.commands.run(self.root, "autograder", *words, **settings)

    def nbgrader(self, *words):
        """Run one of nbgrader's own commands; it must succeed."""
        status, said = self.commands.run(self.root, "nbgrader", *words)
        assert status == 0, said
        return said

    def grade(self, unit, *words, status=0, **settings):
        """Run `autograder grade`; return what it printed.

        A few submissions are graded with one job, unless the words say otherwise: a second one
        would spend more on its start than it could take over.
        """
        found, said = self.autograder("grade", unit, "--jobs", "1", *words, **settings)
        assert found == status, said
        assert "Traceback" not in said
        return said

    def records(self, unit, *words, status=0, **settings):
        """Run `autograder grade --json`; return its lines by learner."""
        said = self.grade(unit, "--json", *words, status=status, **settings)
        found = [json.loads(line) for line in said.splitlines()]
        return {record["student"]: record for record in found}

    def result(self, student, unit):
        """What `result.json` says."""
        path = self.root / "autograded" / student / unit / "result.json"
        return json.loads(path.read_text(encoding="utf-8"))

    def graded_book(self, student, unit, name=None):
        """The executed notebook."""
        path = self.root / "autograded" / student / unit / f"{name or unit}.ipynb"
        return nbformat.read(path, as_version=4)

    def export(self):
        """The rows of `nbgrader export` by learner."""
        self.nbgrader("export")
        with open(self.root / "grades.csv", encoding="utf-8", newline="") as file:
            return {row["student_id"]: row for row in csv.DictReader(file)}

    def sql(self, text, *values):
        """Ask the gradebook, or change it."""
        connection = sqlite3.connect(self.root / "gradebook.db", timeout=60)
        with connection:
            rows = connection.execute(text, values).fetchall()
        connection.close()
        return rows

    def grades(self):
        """What the gradebook says of each learner's cells."""
        rows = self.sql(TABLE)
        return {student: sorted(row for row in rows if row[0] == student) for student, *_ in rows}

    def folders(self, unit):
        """What is in each learner's autograded folder, but for the seconds that it took."""
        return {
            folder.parent.name: {path.name: _content(path) for path in sorted(folder.iterdir())}
            for folder in sorted(self.root.glob(f"autograded/*/{unit}"))
        }

    def unfinished(self):
        """The folders that a killed run has left half done."""
        return sorted(path.name for path in self.root.glob("autograded/*/.*"))


def _content(path):
    if path.name != "result.json":
        return path.read_bytes()
    found = json.loads(path.read_text(encoding="utf-8"))
    del found["seconds"]
    for verdicts in found["tests"].values():
        for verdict in verdicts.values():
            del verdict["seconds"]
    return found
