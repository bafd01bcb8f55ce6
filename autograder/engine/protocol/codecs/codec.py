"""What a codec is, and how the one for a value is found."""

import importlib
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

ROOM = "autograder.engine.protocol.codecs"
STANDARD = {"collections": "of_collections", "builtins": "of_views", "decimal": "of_numbers"}
STANDARD |= {"fractions": "of_numbers", "datetime": "of_datetime", "zoneinfo": "of_datetime"}
LIBRARIES = {"numpy": "of_numpy", "pandas": "of_pandas", "scipy": "of_scipy"}
LIBRARIES |= {"sklearn": "of_sklearn", "sympy": "of_sympy"}
"""Top-level module -> the file of its codecs."""


@dataclass(frozen=True)
class Codec:
    """How the values of one type cross.

    Parameters
    ----------
    name : str
        The library and the type, for instance ``"decimal.Decimal"``.
    kind : type
        Exactly this one; a value of a subclass is not taken.
    parts : callable
        Gets a value; returns a tuple of values that cross. It raises ``NoPlainParts`` where it
        cannot.
    made : callable
        Gets the parts; returns the value. They may be forged: it raises ``ValueError``,
        ``TypeError`` or another of ``plain.DAMAGE`` where they make no sense.
    refill : callable or None
        Gets a value and another one: gives the first what the second holds. None for values that
        do not change.
    """

    name: str
    kind: type
    parts: Callable[[Any], tuple]
    made: Callable[..., Any]
    refill: Callable[[Any, Any], None] | None = None


class NoPlainParts(ValueError):
    """A value of a type that crosses, with something in it that does not."""


class Codecs:
    """The codecs that this process has loaded."""

    def __init__(self) -> None:
        self._by_kind: dict[type, Codec] = {}
        self._by_name: dict[str, Codec] = {}
        self._loaded: set[str] = set()

    def add(self, codecs: Collection[Codec]) -> None:
        """Take codecs in."""
        self._by_kind |= {codec.kind: codec for codec in codecs}
        self._by_name |= {codec.name: codec for codec in codecs}

    def __contains__(self, name: str) -> bool:
        """Whether there is a codec of this name."""
        self._load(name.partition(".")[0])
        return name in self._by_name

    def of(self, kind: type) -> Codec | None:
        """Return the codec for values of exactly this type."""
        found = self._by_kind.get(kind)
        if found is None and self._load(str(kind.__module__).partition(".")[0]):
            found = self._by_kind.get(kind)
        return found

    def named(self, name: str, libraries: Collection[str]) -> Codec:
        """Return the codec of a name that came from the other side.

        Parameters
        ----------
        name : str
            As it came.
        libraries : collection of str
            The libraries that may be loaded for it, beside the standard ones.

        Raises
        ------
        KeyError
            If there is none.
        """
        library = name.partition(".")[0]
        if name not in self._by_name and (library in STANDARD or library in libraries):
            self._load(library)
        return self._by_name[name]

    def _load(self, library: str) -> bool:
        """Load a library's codecs; False where there are none, or they are loaded."""
        file = STANDARD.get(library) or LIBRARIES.get(library)
        if file is None or file in self._loaded:
            return False
        self._loaded.add(file)
        importlib.import_module(library)
        importlib.import_module(f"{ROOM}.{file}")
        self.add(sys.modules[f"{ROOM}.{file}"].CODECS)
        return True


CODECS = Codecs()


def whole(number: Any) -> int:
    """Return a number if it is an exact ``int``; raise ``TypeError`` otherwise."""
    if type(number) is not int:
        raise TypeError("a number that is no int")
    return number


def text(value: Any) -> str:
    """Return a text if it is an exact ``str``; raise ``TypeError`` otherwise."""
    if type(value) is not str:
        raise TypeError("a text that is none")
    return value


def listed(value: Any) -> list:
    """Return a list if it is an exact one: a forged range may go on for ever."""
    if type(value) is not list:
        raise TypeError("a list that is none")
    return value
