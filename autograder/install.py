"""Built files take the place of the old ones, one by one, each in an instant."""

import os
from pathlib import Path

from autograder.course import Course
from autograder.files import files_below


def install(course: Course, unit: str, stage: Path) -> None:
    """Move a unit's built files from the stage into the course.

    Parameters
    ----------
    course : Course
    unit : str
    stage : pathlib.Path
        A folder on the course's own file system, so that a file is moved as a whole or not at all.
    """
    notebook = Path("source", unit, f"{unit}.ipynb")
    place = course.source / unit
    place.mkdir(parents=True, exist_ok=True)
    os.replace(stage / notebook, place / notebook.name)
    _replace_folder(stage / "release" / unit, course.release / unit)


def _replace_folder(made: Path, place: Path) -> None:
    """Move every file of a folder to its place, then remove what the folder does not hold."""
    names = files_below(made)
    for name in names:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        os.replace(made / name, place / name)
    for path in sorted(place.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(place) not in names:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
