"""What a run depends on, as paths: while none of them changes, grading again changes nothing."""

import glob
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

from autograder.engine.run.run import Run
from autograder.engine.submission.results import RESULT
from autograder.settled import everything_below

SQLITE = "sqlite:///"
SETTINGS = ("nbgrader_config", "jupyter_config")


def looked_at(run: Run, found: dict[str, Path]) -> list[Path] | None:
    """Return everything that a run has read; None where a part of it is no file.

    Parameters
    ----------
    run : Run
        The run, at its end.
    found : dict
        Learner -> submitted folder.
    """
    url = run.course.app.coursedir.db_url
    if not url.startswith(SQLITE):
        return None
    book = Path(url.removeprefix(SQLITE))
    return [
        book,
        *(book.with_name(f"{book.name}-{kind}") for kind in ("journal", "wal")),
        *_settings(run),
        *(Path(inspect.getfile(sys.modules[name])) for name in run.sandbox.codecs),
        *everything_below(run.course.source / run.assignment.name),
        *(
            path
            for package in run.course.root.glob("*/__init__.py")
            for path in everything_below(package.parent)
        ),
        *_ways_to(run.path(run.course.app.coursedir.submitted_directory, "*")),
        *(path for folder in found.values() for path in everything_below(folder)),
        *_graded(run, found),
    ]


def _settings(run: Run) -> Iterator[Path]:
    """Yield the files in which nbgrader looks for settings, also those that are missing."""
    yield from map(Path, run.course.app.loaded_config_files)
    for folder in [run.course.root, *run.course.app.config_file_paths]:
        for name in SETTINGS:
            yield from (Path(folder, f"{name}.{kind}") for kind in ("py", "json"))


def _ways_to(pattern: Path) -> Iterator[Path]:
    """Yield the folders in which a new submission would appear."""
    steps = [pattern, *pattern.parents]
    for step in steps:
        yield from map(Path, glob.glob(str(step)))
        if not glob.has_magic(str(step.parent)) and glob.has_magic(str(step)):
            yield step.parent
            return


def _graded(run: Run, found: dict[str, Path]) -> Iterator[Path]:
    """Yield what tells how learners were graded, and the folders in which it lies."""
    for student in found:
        folder = run.destination(student)
        yield from (folder.parent, folder, folder / RESULT)
