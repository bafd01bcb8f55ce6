"""A course folder as nbgrader sees it: where things lie, and which words mark the regions."""

import glob
import re
from contextlib import chdir
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nbgrader.apps import GenerateAssignmentApp
from nbgrader.exchange.default import Exchange
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, ClearSolutions, Execute
from traitlets import TraitError

from autograder.header import Text, read_text
from autograder.problems import CannotStart
from autograder.settings import Autograder

ANYBODY = "\0"
STATE = ".autograder"


@dataclass(frozen=True)
class Marks:
    """The words that open and close one kind of region.

    Parameters
    ----------
    begin, end : str
        A line that contains ``begin`` opens the region; one that contains ``end`` closes it.
    """

    begin: str
    end: str


@dataclass(frozen=True)
class Course:
    """A course folder with its nbgrader configuration.

    Parameters
    ----------
    root : pathlib.Path
        The folder that holds ``nbgrader_config.py``.
    app : nbgrader.apps.GenerateAssignmentApp
        nbgrader's own application, initialised for this folder, with nothing started.
    """

    root: Path
    app: GenerateAssignmentApp

    def folder(self, step: str, unit: str = ".") -> Path:
        """Where nbgrader keeps a unit at one step of its flow, for instance ``"source"``."""
        return Path(self.app.coursedir.format_path(step, ".", unit)).resolve()

    @property
    def source(self) -> Path:
        """The folder of the unit texts and of the notebooks built from them."""
        return self.folder(self.app.coursedir.source_directory)

    @property
    def release(self) -> Path:
        """The folder of what learners get."""
        return self.folder(self.app.coursedir.release_directory)

    @property
    def steps(self) -> set[str]:
        """The names of the folders that nbgrader fills."""
        return {
            getattr(self.app.coursedir, name)
            for name in self.app.coursedir.trait_names()
            if name.endswith("_directory")
        }

    @cached_property
    def solution(self) -> Marks:
        """The words around a solution."""
        words = ClearSolutions(parent=self.app)
        return Marks(words.begin_solution_delimeter, words.end_solution_delimeter)

    @cached_property
    def stub(self) -> str:
        """What learners find in the place of a solution."""
        return ClearSolutions(parent=self.app).code_stub.get("python", "pass")

    @cached_property
    def hidden(self) -> Marks:
        """The words around a hidden test."""
        words = ClearHiddenTests(parent=self.app)
        return Marks(words.begin_test_delimeter, words.end_test_delimeter)

    @cached_property
    def scheme(self) -> Marks:
        """The words around a mark scheme."""
        words = ClearMarkScheme(parent=self.app)
        return Marks(words.begin_mark_scheme_delimeter, words.end_mark_scheme_delimeter)

    @cached_property
    def seconds_per_cell(self) -> int | None:
        """How long nbgrader lets a cell run when it grades."""
        return Execute(parent=self.app).timeout

    @cached_property
    def settings(self) -> Autograder:
        """What the configuration says to `autograder` itself.

        Raises
        ------
        CannotStart
            If a setting is of another type than it should be.
        """
        try:
            return Autograder(parent=self.app)
        except TraitError as error:
            raise CannotStart(f"A setting of this course cannot be read. {error}") from None

    @property
    def exchange(self) -> Path:
        """The folder of nbgrader's exchange, where the configured exchange is one."""
        with chdir(self.root):
            return Path(Exchange(coursedir=self.app.coursedir, parent=self.app).root).resolve()

    @property
    def state(self) -> Path:
        """The folder of what `autograder` itself notes about the course."""
        return self.root / STATE

    def learners(self, step: str, unit: str) -> dict[str, Path]:
        """Return the folders of a unit at one step of nbgrader's flow, by learner.

        Learners that the configuration excludes are left out.
        """
        directory = self.app.coursedir
        # Everything in it may be a sign of a pattern, but for the place of the learner's name.
        anybodys = directory.format_path(step, ANYBODY, unit)
        pattern = re.escape(anybodys).replace(re.escape(ANYBODY), "(?P<student>.*)")
        excluded = set(directory.student_id_exclude.split(","))
        found = {}
        for path in sorted(glob.glob(glob.escape(anybodys).replace(ANYBODY, "*"))):
            match = re.fullmatch(pattern, path)
            if match and match["student"] not in excluded and Path(path).is_dir():
                found[match["student"]] = Path(path)
        return found

    def texts(self) -> dict[str, Text]:
        """The texts by name, in order; what begins with ``_`` or ``.`` is none."""
        found = sorted(self.source.glob("*.py"))
        return {path.stem: read_text(path) for path in found if path.name[0] not in "_."}

    def sittings(self, assignment: str) -> list[Text]:
        """The texts whose notebooks make an assignment."""
        return [text for text in self.texts().values() if text.assignment == assignment]


def load_course(root: Path) -> Course:
    """Read a course folder's configuration through nbgrader's own loading.

    Parameters
    ----------
    root : pathlib.Path
        The course folder.

    Returns
    -------
    Course

    Raises
    ------
    CannotStart
        If there is no such folder, or it has no ``nbgrader_config.py``.
    """
    root = root.resolve()
    if not root.is_dir():
        raise CannotStart(f"There is no folder {root}: give the course folder with --course-dir.")
    if not (root / "nbgrader_config.py").is_file():
        raise CannotStart(
            f"{root} has no nbgrader_config.py: run this in the course folder, "
            "or give that folder with --course-dir."
        )
    app = GenerateAssignmentApp()
    # As if the command had been typed in the course folder: nbgrader also reads the configuration
    # of the current folder. Building leaves the instructor's gradebook alone: --no-db.
    with chdir(root):
        app.initialize([f"--course-dir={root}", "--no-db", "--log-level=ERROR"])
    return Course(root, app)
