"""Which submitted file is which notebook of a unit, also where its name is not quite right."""

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from autograder.engine.submission.assignment import Assignment
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.read_notebook import read_notebook
from autograder.engine.submission.results import Flag, Ungradable, whole
from autograder.engine.submission.sanitize import grade_id

ENDING = ".ipynb"
MOST_STRANGERS = 20
"""So many notebooks of other names are looked at."""

COPY = re.compile(r"([-_ ]*(copy|kopie|copie|copia)[-_ ]?\d*|[-_ ]*\(\d+\))$")
"""What programs write behind the name of a copy, or of a download that is there twice."""


@dataclass
class Submitted:
    """The notebooks of a submission.

    Parameters
    ----------
    paths : dict
        Notebook of the unit -> file.
    missing : list of str
        Notebooks of the unit that are not there.
    flags : list of Flag
        Files under other names: what was taken, and what was not.
    """

    paths: dict[str, Path] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)

    def only(self, name: str) -> "Submitted":
        """Return the same of one notebook."""
        return Submitted(
            {key: path for key, path in self.paths.items() if key == name},
            [key for key in self.missing if key == name],
            [flag for flag in self.flags if flag.where == name],
        )


def find_books(folder: Path, assignment: Assignment, limits: Limits) -> Submitted:
    """Find the notebooks of a unit among what was submitted.

    One that is missing is taken from a file of another name where only one can be meant.

    Raises
    ------
    Ungradable
        If there is none.
    """
    found = Submitted()
    for name in assignment.notebooks:
        path = folder / f"{name}{ENDING}"
        if path.is_symlink() or path.exists():
            found.paths[name] = path
        else:
            found.missing.append(name)
    if found.missing:
        _look_elsewhere(folder, assignment, limits, found)
    if not found.paths:
        raise Ungradable(" ".join([_nothing(folder, assignment), *(f.text for f in found.flags)]))
    return found


def _look_elsewhere(folder: Path, assignment: Assignment, limits: Limits, found: Submitted) -> None:
    strangers = _strangers(folder, assignment)
    alike = {name: [path for path in strangers if _is_like(path, name)] for name in found.missing}
    unknown = [path for path in strangers if not any(path in paths for paths in alike.values())]
    for path in unknown:
        name = _by_content(path, assignment, limits)
        if name in found.missing:
            alike[name].append(path)
    for name, paths in alike.items():
        only = len({_content(path, limits) for path in paths}) == 1
        if only and not any(paths[0] in others for key, others in alike.items() if key != name):
            found.missing.remove(name)
            found.paths[name] = paths[0]
            text = f"{name}{ENDING} was missing: {paths[0].name} was graded in its place."
            found.flags.append(Flag("misnamed", name, text))
        elif paths:
            files = " or ".join(path.name for path in paths)
            text = (
                f"{name}{ENDING} was missing, and {files} may be meant: none was graded in its "
                f"place. Have the right one renamed to {name}{ENDING}."
            )
            found.flags.append(Flag("misnamed", name, text))
    found.paths = {name: found.paths[name] for name in assignment.notebooks if name in found.paths}


def _strangers(folder: Path, assignment: Assignment) -> list[Path]:
    """Return the notebooks whose names are not the unit's."""
    own = {f"{name}{ENDING}" for name in assignment.notebooks}
    found = [
        path
        for path in sorted(folder.iterdir() if folder.is_dir() else ())
        if ENDING in path.name.casefold() and path.name not in own and path.name[0] != "."
    ]
    return [path for path in found if path.is_file() and not path.is_symlink()][:MOST_STRANGERS]


def _is_like(path: Path, name: str) -> bool:
    """Whether a file has the name of a notebook, but for what copies and downloads make of it."""
    stem = unicodedata.normalize("NFKC", path.name[: path.name.casefold().index(ENDING)])
    stem = stem.casefold().removeprefix("copy of ")
    while _letters(stem) != _letters(name):
        shorter = COPY.sub("", stem)
        if shorter == stem:
            return False
        stem = shorter
    return True


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name).casefold())


def _by_content(path: Path, assignment: Assignment, limits: Limits) -> str | None:
    """Return the notebook that most of a file's exercises belong to, if they are of one alone."""
    try:
        cells = read_notebook(path, limits).cells
    except Ungradable:
        return None
    ids = {grade_id(cell) for cell in cells}
    found = []
    for name, book in assignment.notebooks.items():
        wanted = {cell.name for cell in book.cells}
        if len(wanted & ids) * 2 > len(wanted):
            found.append(name)
    return found[0] if len(found) == 1 else None


def _content(path: Path, limits: Limits) -> bytes:
    """Return a file's content; copies that are the same may both be meant."""
    if path.stat().st_size > limits.submission:
        return path.name.encode()
    return path.read_bytes()


def _nothing(folder: Path, assignment: Assignment) -> str:
    wanted = " or ".join(f"{name}{ENDING}" for name in assignment.notebooks)
    there = [whole(path.name) for path in _strangers(folder, assignment)]
    also = f" There is {', '.join(there)}." if there else ""
    return f"There is no {wanted} among what was submitted.{also}"


def read_books(found: Submitted, limits: Limits) -> tuple[dict[str, NotebookNode], dict[str, str]]:
    """Read the notebooks.

    Returns
    -------
    books : dict
        Notebook of the unit -> the notebook, as it came.
    unreadable : dict
        Notebook of the unit -> why it cannot be read.

    Raises
    ------
    Ungradable
        If none can be read.
    """
    books, unreadable = {}, {}
    for name, path in found.paths.items():
        try:
            books[name] = read_notebook(path, limits)
        except Ungradable as reason:
            unreadable[name] = str(reason)
    if not books:
        raise Ungradable(" ".join(unreadable.values()) or "That notebook was not submitted.")
    return books, unreadable


def siblings(found: Submitted, name: str, room: int) -> dict[str, bytes]:
    """Return the other notebooks, as they were submitted, for one that runs or imports them.

    Parameters
    ----------
    found : Submitted
        All of them.
    name : str
        The one that will run.
    room : int
        Bytes that they may have together; those that do not fit are left out.
    """
    files = {}
    for other, path in found.paths.items():
        if other != name and path.is_file() and not path.is_symlink():
            size = path.stat().st_size
            if size <= room:
                room -= size
                files[f"{other}{ENDING}"] = path.read_bytes()
    return files
