"""A toy course, so that these tests do not depend on the real units."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from warm_commands import Answer, WarmCommands

from autograder.cli import main
from autograder.course import Course, load_course
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.engine.sandbox.slot import Slot

HEADER = """\
# ---
# jupyter:
#   jupytext:
#     cell_metadata_filter: nbgrader,tags,-all
#     notebook_metadata_filter: kernelspec,jupytext,-jupytext.text_representation.jupytext_version
#     text_representation:
#       extension: .py
#       format_name: percent
#       format_version: '1.3'
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
# ---

"""
ROLES = {
    "answer": '"grade": false, "locked": false, "solution": true, "task": false',
    "test": '"grade": true, "locked": true, "solution": false, "task": false, "points": 1',
    "task": '"grade": false, "locked": true, "solution": false, "task": true, "points": 2',
}


def meta(role: str, grade_id: str) -> str:
    """The nbgrader metadata of a cell, as it stands on the cell's first line."""
    return f'nbgrader={{"grade_id": "{grade_id}", "schema_version": 3, {ROLES[role]}}}'


# One of each kind of cell; the tests break it in one place at a time.
UNIT = f"""\
{HEADER}\
# %% [markdown]
# # Doubling
#
# Twice a number is the number and itself.

# %%
print("before")

# %% {meta("answer", "double")}
def double(x):
    \"\"\"Return twice x.\"\"\"
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION


# %% {meta("test", "double_visible")}
# Check double: one number. Run this cell.
assert double(2) == 4, "Is 2 doubled 4?"

# %% {meta("test", "double_hidden")}
# Hidden tests run here.
### BEGIN HIDDEN TESTS
assert double(5) == 10, "Is any other number doubled, too?"
### END HIDDEN TESTS

# %%
double(8)

# %% [markdown] {meta("task", "reflect")}
# What is it good for? (2 points)
#
# ### BEGIN MARK SCHEME
# One point for a use, one for a reason.
# ### END MARK SCHEME

# %% [markdown]
# *Your thoughts.*
"""
CONFIG = """\
c = get_config()
c.CourseDirectory.course_id = "toy"
"""


class Toy:
    """A course folder with texts of our choosing; an existing one, unless made by `new`."""

    unit_text = UNIT
    header = HEADER
    commands: WarmCommands

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def new(cls, root: Path) -> "Toy":
        """Make a course folder without units."""
        (root / "source").mkdir(parents=True)
        (root / "nbgrader_config.py").write_text(CONFIG)
        return cls(root)

    def write(self, unit: str = "01_double", text: str = UNIT) -> Path:
        """Write a unit's text."""
        path = self.root / "source" / f"{unit}.py"
        path.write_text(text, encoding="utf-8")
        return path

    def write_sitting(self, name: str, word: str, assignment: str = "01_pair") -> Path:
        """Write a text of an assignment, with grade ids of its own."""
        header = f"# jupyter:\n#   autograder:\n#     assignment: {assignment}\n"
        text = UNIT.replace("double", word).replace("reflect", f"reflect_{word}")
        return self.write(name, text.replace("# jupyter:\n", header))

    def course(self) -> Course:
        """The course as `autograder` reads it."""
        return load_course(self.root)

    def build(self, *arguments: str) -> Result:
        """Run `autograder build` for this course, in this process."""
        return CliRunner().invoke(
            main, ["build", "--course-dir", str(self.root), *arguments], catch_exceptions=False
        )

    def build_as_typed(self, *arguments: str) -> Answer:
        """Run `autograder build` in the course folder: several texts are built by forks of it."""
        return self.commands.answer(self.root, "autograder", "build", *arguments)

    @staticmethod
    def states(result: Result | Answer) -> dict[str, str]:
        """What a build said of each unit."""
        return dict(line.split()[:2] for line in result.stdout.splitlines())

    def nbgrader(self, *arguments: str) -> str:
        """Run one of nbgrader's own commands in the course folder."""
        status, said = self.commands.run(self.root, "nbgrader", *arguments)
        assert status == 0, said
        return said

    def python(self, *arguments: str) -> str:
        """Run Python in the course folder."""
        # nbgrader looks for alembic, which lies beside the interpreter, on the path.
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def files(self) -> dict[str, bytes]:
        """Every file of the course folder but the cache, by its path."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file() and path.name != ".build-cache.json"
        }


@pytest.fixture(scope="session")
def toy_class(commands: WarmCommands) -> type[Toy]:
    """For tests that make their course folders themselves."""
    Toy.commands = commands
    return Toy


@pytest.fixture
def toy(tmp_path: Path, toy_class: type[Toy]) -> Toy:
    """A course folder with one valid unit, ``01_double``, not yet built."""
    course = toy_class.new(tmp_path / "course")
    course.write()
    return course


@pytest.fixture
def slot(tmp_path: Path) -> Iterator[Slot]:
    """A place for one submission after the other."""
    made = Slot(Sandbox.prepared((), (), ()), 0, tmp_path)
    yield made
    made.close()
