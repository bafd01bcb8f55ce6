"""The released units that the course brings along, and what is wrong when they are not in order."""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import click

_UNIT_NAME = re.compile(r"\d\d_\w+", re.ASCII)
_NOT_RELEASED = {".ipynb_checkpoints", "__pycache__"}


class CourseError(click.ClickException):
    """What stops a command of the course, told in one sentence; the exit status is 2."""

    exit_code = 2


@dataclass(frozen=True)
class Unit:
    """A released unit: a folder ``NN_name`` that holds ``NN_name.ipynb`` and what it needs.

    Parameters
    ----------
    folder : pathlib.Path
        The released folder.
    """

    folder: Path

    @property
    def name(self) -> str:
        """The unit's name, such as ``02_forward_propagation``."""
        return self.folder.name

    @property
    def notebook(self) -> str:
        """The notebook's file name within the unit's folder."""
        return f"{self.name}.ipynb"

    @cached_property
    def contents(self) -> dict[str, bytes]:
        """What the release holds: relative file names and their bytes, the notebook last.

        Raises
        ------
        CourseError
            If the notebook is missing or damaged, or a file cannot be read.
        """
        try:
            files = {
                path.relative_to(self.folder).as_posix(): path.read_bytes()
                for path in sorted(self.folder.rglob("*"))
                if path.is_file() and path.parent.name not in _NOT_RELEASED
            }
        except OSError as error:
            raise _broken(f"{self.folder} cannot be read ({error.strerror})") from error
        if self.notebook not in files:
            raise _broken(f"{self.folder / self.notebook} is missing")
        if not _is_notebook(files[self.notebook]):
            raise _broken(f"{self.folder / self.notebook} is damaged")
        files[self.notebook] = files.pop(self.notebook)
        return files

    @cached_property
    def release(self) -> str:
        """A hash that changes when any file of the released unit changes."""
        digest = hashlib.sha256()
        for name, content in sorted(self.contents.items()):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
        return digest.hexdigest()


def released_folder() -> Path:
    """Find the released units: inside the installed package, or in a checkout's ``release``."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "units"
    return installed if installed.is_dir() else package.parent / "release"


def glossary(folder: Path) -> Path:
    """Find the glossary: beside the installed units, or in a checkout's ``source``.

    Parameters
    ----------
    folder : pathlib.Path
        The folder of the released units.

    Raises
    ------
    CourseError
        If it is missing.
    """
    for path in (folder / "glossary.md", folder.parent / "source" / "glossary.md"):
        if path.is_file():
            return path
    raise _broken(f"{folder / 'glossary.md'} is missing")


def released_units(folder: Path) -> list[Unit]:
    """List the released units in their order.

    Parameters
    ----------
    folder : pathlib.Path
        The folder that holds a folder ``NN_name`` for each unit.

    Raises
    ------
    CourseError
        If there are none.
    """
    units = []
    if folder.is_dir():
        units = [Unit(path) for path in sorted(folder.iterdir()) if _UNIT_NAME.fullmatch(path.name)]
    if not units:
        raise _broken(f"no units were found in {folder}")
    return units


def find_unit(units: list[Unit], text: str) -> Unit:
    """Find a unit by its name or its number.

    Parameters
    ----------
    units : list of Unit
        The released units.
    text : str
        What the learner typed: ``2``, ``02`` or ``02_forward_propagation``.

    Raises
    ------
    CourseError
        If no unit has that name; the message lists the units.
    """
    for unit in units:
        number = unit.name[:2]
        # A shell that completes folder names leaves a slash at the end.
        if text.rstrip("/\\") in {unit.name, number, str(int(number))}:
            return unit
    names = ", ".join(unit.name for unit in units)
    raise CourseError(f"There is no unit {text!r}; choose one of {names}.")


def _broken(what: str) -> CourseError:
    return CourseError(f"The released units are not in order: {what}; install the course again.")


def _is_notebook(content: bytes) -> bool:
    try:
        notebook = json.loads(content)
    except ValueError:
        return False
    return isinstance(notebook, dict) and bool(notebook.get("cells"))
