"""A unit that the gradebook does not know is recorded there, by nbgrader's own converter.

`nbgrader generate_assignment` records a unit only while it makes a release of it, and skips a unit
that has one already: in a fresh clone of a course that keeps its releases, the gradebook would
never come to know them.
"""

import json
import os
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment, Gradebook, Notebook
from nbgrader.apps import GenerateAssignmentApp
from nbgrader.converters import GenerateAssignment
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from autograder.converting import ConversionFailed, convert
from autograder.course import Course
from autograder.engine.gradebook.server import (
    connection_lost,
    is_lost,
    no_driver,
    not_opened,
)
from autograder.files import files_below
from autograder.problems import CannotStart, shown

SQLITE = "sqlite:///"


@contextmanager
def gradebook_of(course: Course) -> Iterator[Gradebook]:
    """Open the course's gradebook; where there is none, an empty one is made.

    Raises
    ------
    CannotStart
        If it cannot be opened, or the connection with its server is lost meanwhile.
    """
    url = course.app.coursedir.db_url
    before = os.environ.get("PATH", "")
    # For a new gradebook nbgrader calls the program `alembic`, which lies beside the interpreter.
    os.environ["PATH"] = os.pathsep.join([sysconfig.get_path("scripts"), before])
    try:
        gradebook = Gradebook(url, course.app.coursedir.course_id)
    except SQLAlchemyError as error:
        raise not_opened("gradebook", url, error) from None
    except ImportError as error:
        raise no_driver(url, error) from None
    finally:
        os.environ["PATH"] = before
    try:
        with gradebook:
            yield gradebook
    except SQLAlchemyError as error:
        if not is_lost(error):
            raise
        raise connection_lost(url, error) from None


def missing_file(course: Course) -> Path | None:
    """Return where the course's gradebook should be, if it is a file that is not there."""
    url = course.app.coursedir.db_url
    path = Path(url.removeprefix(SQLITE))
    return path if url.startswith(SQLITE) and not path.is_file() else None


def record_missing(course: Course, units: list[str]) -> list[str]:
    """Record those units that the gradebook does not know.

    Parameters
    ----------
    course : Course
        The caller has its lock.
    units : list of str
        What has to be in the gradebook.

    Returns
    -------
    list of str
        A sentence or two for each unit that was recorded.

    Raises
    ------
    CannotStart
        If a unit is neither in the gradebook nor in the source folder, or nbgrader refuses it.
    """
    known = _known(course)
    wanted = [unit for unit in units if unit not in known or _note(course, unit).exists()]
    for unit in wanted:
        if not _notebooks(course.folder(course.app.coursedir.source_directory, unit)):
            raise CannotStart(_unknown(course, unit))
    try:
        return [_recorded(course, unit) for unit in wanted]
    except OSError as error:
        raise CannotStart(
            f"The gradebook does not know {', '.join(wanted)}, and nothing can be recorded: "
            f"{error.filename or course.state} cannot be written ({error.strerror or error})."
        ) from None


def units_with_release(course: Course) -> list[str]:
    """Return the units that have both notebooks in the source folder and a release."""
    return [
        unit for unit in _source_units(course) if _notebooks(course.folder(_release(course), unit))
    ]


def _release(course: Course) -> str:
    return course.app.coursedir.release_directory


def _source_units(course: Course) -> list[str]:
    folder = course.source
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path.name for path in found if path.name[0] != "." and _notebooks(path)]


def _notebooks(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.ipynb"))


def _unknown(course: Course, unit: str) -> str:
    folder = course.folder(course.app.coursedir.source_directory, unit)
    there = ", ".join(_source_units(course))
    known = f"The source folder has {there}." if there else "The source folder has no unit."
    return f"The gradebook knows no unit {unit}, and {shown(folder)} holds no notebook. {known}"


def _known(course: Course) -> set[str]:
    """Return the units that the gradebook has notebooks of."""
    if missing_file(course):
        return set()
    with gradebook_of(course) as gradebook:
        asked = select(Assignment.name).join(Notebook, Notebook.assignment_id == Assignment.id)
        return set(gradebook.db.execute(asked.distinct()).scalars())


def _note(course: Course, unit: str) -> Path:
    """Return the file that is there while a unit is being recorded: what was stopped is redone."""
    return course.state / "recording" / unit


def _recorded(course: Course, unit: str) -> str:
    """Record a unit; return what is to be said of it."""
    note = _note(course, unit)
    note.parent.mkdir(exist_ok=True)
    note.touch()
    with gradebook_of(course), tempfile.TemporaryDirectory(dir=course.state) as stage:
        try:
            made = _generated(course, unit, Path(stage))
        except ConversionFailed as error:
            _forget(course, unit)
            note.unlink()
            raise CannotStart(
                f"The gradebook knows no unit {unit}, and nbgrader refuses to record it: {error}"
            ) from None
        differing = _differing(made, course.folder(_release(course), unit))
    note.unlink()
    said = f"{unit} was not in the gradebook yet: it has been recorded there from the source."
    if not differing:
        return said
    return (
        f"{said} The release is left as it is, and differs from the source in "
        f"{', '.join(differing)}: `nbgrader generate_assignment --force {unit}` makes it anew."
    )


def _generated(course: Course, unit: str, stage: Path) -> Path:
    """Have nbgrader record a unit; return the folder of the release that it makes meanwhile."""
    root = course.root
    # Another application than the course's: that one keeps its hands off the gradebook.
    app = GenerateAssignmentApp()
    with chdir(root):
        app.initialize([f"--course-dir={root}", "--log-level=ERROR"])
    app.coursedir.assignment_id = unit
    app.coursedir.release_directory = stage.relative_to(root).as_posix()
    convert(GenerateAssignment(coursedir=app.coursedir, parent=app))
    return course.folder(app.coursedir.release_directory, unit)


def _forget(course: Course, unit: str) -> None:
    """Take those notebooks of a unit out of the gradebook that were recorded before one failed."""
    with gradebook_of(course) as gradebook:
        for name in [book.name for book in gradebook.find_assignment(unit).notebooks]:
            gradebook.remove_notebook(name, unit)


def _differing(made: Path, there: Path) -> list[str]:
    """Return the files of a release that are not what nbgrader makes now; none without a release"""
    if not there.is_dir():
        return []
    names = sorted({*files_below(made), *files_below(there)})
    return [name.as_posix() for name in names if _content(made / name) != _content(there / name)]


def _content(path: Path) -> Any:
    """Return what counts of a released file; of a notebook, what learners are graded by."""
    if not path.is_file():
        return None
    if path.suffix != ".ipynb":
        return path.read_bytes()
    try:
        cells = json.loads(path.read_bytes())["cells"]
        return [
            (cell["cell_type"], "".join(cell["source"]), cell["metadata"].get("nbgrader"))
            for cell in cells
        ]
    except (ValueError, KeyError, TypeError, AttributeError):
        return path.read_bytes()
