"""Built files take the place of the old ones, one by one, each in an instant."""

import os
from pathlib import Path

from autograder.course import Course
from autograder.files import files_below
from autograder.header import Text


def install(course: Course, text: Text, stage: Path) -> None:
    """Move a text's built files from the stage into the course.

    Parameters
    ----------
    course : Course
    text : Text
    stage : pathlib.Path
        A folder on the course's own file system, so that a file is moved as a whole or not at all.
    """
    place = course.source / text.notebook
    place.parent.mkdir(parents=True, exist_ok=True)
    os.replace(stage / "source" / text.notebook, place)
    others = {Path(other.notebook.name) for other in course.sittings(text.assignment)}
    _replace_folder(
        stage / "release" / text.assignment, course.release / text.assignment, kept=others
    )


def _replace_folder(made: Path, place: Path, kept: set[Path]) -> None:
    """Move every file of a folder to its place; remove there what is neither made nor kept."""
    names = files_below(made)
    for name in names:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        os.replace(made / name, place / name)
    for path in sorted(place.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(place) not in {*names, *kept}:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
