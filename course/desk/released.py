"""The released units that the course brings along, and what is wrong when they are not in order."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

import click

from course.language import ENGLISH, LOCALE

_UNIT_NAME = re.compile(r"\d\d_\w+", re.ASCII)
_NOT_RELEASED = {".ipynb_checkpoints", "__pycache__"}

DUE = "due.json"
"""Beside a class's notebooks: when they are due. It is about them, and is not laid on a desk."""


class NotOnTheDesk(Exception):
    """A path that belongs to no notebook of the course."""


class CourseError(click.ClickException):
    """What stops a command of the course, told in one sentence; the exit status is 2."""

    exit_code = 2


@dataclass(frozen=True)
class Unit:
    """A released unit: a folder ``NN_name`` with its notebooks, a sitting each, and what they need.

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

    @cached_property
    def sittings(self) -> "list[Sitting]":
        """The unit's notebooks in their order; a unit that one sitting is enough for has one.

        Raises
        ------
        CourseError
            If there is none.
        """
        found = [Sitting(self, path.name) for path in sorted(self.folder.glob("*.ipynb"))]
        if not found:
            raise _broken(f"{self.folder} holds no notebook")
        return found

    @cached_property
    def contents(self) -> dict[str, bytes]:
        """What the release holds: relative file names and their bytes, the notebooks last.

        Raises
        ------
        CourseError
            If a notebook is missing or damaged, or a file cannot be read.
        """
        try:
            files = {
                path.relative_to(self.folder).as_posix(): path.read_bytes()
                for path in sorted(self.folder.rglob("*"))
                if path.is_file()
                and path.parent.name not in _NOT_RELEASED
                and path != self.folder / DUE
            }
        except OSError as error:
            raise _broken(f"{self.folder} cannot be read ({error.strerror})") from error
        for sitting in self.sittings:
            if not _is_notebook(files[sitting.notebook]):
                raise _broken(f"{self.folder / sitting.notebook} is damaged")
            files[sitting.notebook] = files.pop(sitting.notebook)
        return files

    @property
    def due(self) -> datetime | None:
        """When a class is to have handed it in; None where the release does not say."""
        try:
            told = json.loads((self.folder / DUE).read_bytes())
            found = datetime.fromisoformat(told["due"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return found if found.tzinfo else found.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Sitting:
    """One notebook of a unit, and what lies beside it.

    Parameters
    ----------
    unit : Unit
        Its unit.
    notebook : str
        The notebook's file name within the unit's folder.
    """

    unit: Unit
    notebook: str

    @property
    def name(self) -> str:
        """The notebook's name, such as ``03b_squashing``."""
        return self.notebook.removesuffix(".ipynb")

    @property
    def short(self) -> str:
        """What a learner may type for it: the number with its letter, such as ``03b``."""
        return self.name.partition("_")[0]

    @property
    def path(self) -> str:
        """Where the notebook lies on a desk."""
        return f"{self.unit.name}/{self.notebook}"

    @property
    def key(self) -> str:
        """What the desk's record calls it: an only sitting goes by its unit's name."""
        return self.unit.name if self.name == self.unit.name else f"{self.unit.name}/{self.name}"

    @property
    def is_only(self) -> bool:
        """Whether the unit has no other one."""
        return len(self.unit.sittings) == 1

    @property
    def typed(self) -> str:
        """What to type after ``course reset`` to begin it anew."""
        shorts = [sitting.short for sitting in self.unit.sittings]
        if self.is_only:
            return self.unit.name
        return self.short if shorts.count(self.short) == 1 else self.name

    @cached_property
    def contents(self) -> dict[str, bytes]:
        """What the release holds for it: the unit's files without the other notebooks."""
        others = {sitting.notebook for sitting in self.unit.sittings} - {self.notebook}
        return {name: data for name, data in self.unit.contents.items() if name not in others}

    @cached_property
    def release(self) -> str:
        """A hash that changes when the notebook or a file beside the notebooks changes."""
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


def glossary(folder: Path, language: str = ENGLISH) -> Path:
    """Find the glossary: beside the installed units, or in a checkout's ``source``.

    Parameters
    ----------
    folder : pathlib.Path
        The folder of the released units.
    language : str
        The code of its language; without one in it, the English one is found.

    Raises
    ------
    CourseError
        If it is missing.
    """
    others = (LOCALE / language, folder.parent / "translations" / language)
    for path in (
        *(other / "glossary.md" for other in others),
        folder / "glossary.md",
        folder.parent / "source" / "glossary.md",
    ):
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


def find_sittings(units: list[Unit], text: str) -> list[Sitting]:
    """Find a unit, or one sitting of it, by name or number; return the sittings that are meant.

    Parameters
    ----------
    units : list of Unit
        The released units.
    text : str
        What the learner typed: ``3``, ``03`` or ``03_activation_functions`` for a unit; ``3b``,
        ``03b``, the notebook's name or its path for one sitting.

    Raises
    ------
    CourseError
        If none has that name; the message lists them.
    """
    # A shell that completes folder names leaves a slash at the end.
    wanted = text.rstrip("/\\")
    for unit in units:
        number = unit.name.partition("_")[0]
        # A teacher's own unit may have a name without a number.
        numbers = {number, str(int(number))} if number.isdecimal() else set()
        if wanted in {unit.name, *numbers}:
            return unit.sittings
    for unit in units:
        for sitting in unit.sittings:
            short = sitting.short
            names = {sitting.name, sitting.notebook, sitting.path, short, short.removeprefix("0")}
            if wanted in names:
                return [sitting]
    kind = "unit" if all(len(unit.sittings) == 1 for unit in units) else "unit or sitting"
    names = ", ".join(_with_sittings(unit) for unit in units)
    raise CourseError(f"There is no {kind} {text!r}; choose one of {names}.")


def _with_sittings(unit: Unit) -> str:
    if len(unit.sittings) == 1:
        return unit.name
    return f"{unit.name} ({', '.join(sitting.typed for sitting in unit.sittings)})"


def _broken(what: str) -> CourseError:
    return CourseError(f"The released units are not in order: {what}; install the course again.")


def _is_notebook(content: bytes) -> bool:
    try:
        notebook = json.loads(content)
    except ValueError:
        return False
    return isinstance(notebook, dict) and bool(notebook.get("cells"))


def named(sittings: list[Sitting]) -> list[str]:
    """Return the names of sittings; a unit whose sittings are all among them goes by its own."""
    found = []
    for sitting in sittings:
        whole = all(each in sittings for each in sitting.unit.sittings)
        name = sitting.unit.name if whole else sitting.name
        found += [name] if name not in found else []
    return found
