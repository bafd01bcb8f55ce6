"""Codecs that a course brings along, in modules that ``c.Autograder.codecs`` names.

Both sides load them before any code of a learner's runs. What crosses by them is held to more than
the engine's own: parts are plain data, and what is made of them is of exactly the type.
"""

import importlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.engine.protocol.codecs.codec import CODECS, Codec, NoPlainParts
from autograder.engine.protocol.kinds import NAMES, SCALARS

SETTING = "c.Autograder.codecs"
LIST = "CODECS"
ATOMS = {type(None), bool, int, float, complex, str, bytes, bytearray}
CONTAINERS = {list, tuple, set, frozenset}
_loaded: set[str] = set()


class BadCodecs(Exception):
    """What a course names is no module of codecs; the text says why."""


def load(modules: Sequence[str]) -> None:
    """Load the codecs of some modules, those that are not loaded yet.

    Parameters
    ----------
    modules : sequence of str
        Names of modules; each holds a list of `Codec`, called ``CODECS``.

    Raises
    ------
    BadCodecs
        If one cannot be imported, holds no such list, or has a codec for a type that crosses
        already.
    """
    for module in modules:
        if module not in _loaded:
            CODECS.add([_held_to_more(codec) for codec in _read(module)])
            _loaded.add(module)


def inside(reason: BadCodecs) -> str:
    """Return what is said where codecs can be loaded by the grader, and not in the sandbox."""
    return (
        f"{SETTING}: inside the sandbox, {reason}. Let it import only what is installed in this "
        "environment, and its own package."
    )


def _read(module: str) -> list[Codec]:
    try:
        found = getattr(importlib.import_module(module), LIST, None)
    except Exception as error:  # whatever the course's module does when it is imported
        raise BadCodecs(f"{module} cannot be imported ({error})") from None
    if not isinstance(found, list) or not all(type(codec) is Codec for codec in found):
        raise BadCodecs(f"{module} holds no list {LIST} of autograder's Codec objects")
    for place, codec in enumerate(found):
        others = found[:place]
        if not isinstance(codec.kind, type) or type(codec.name) is not str:
            raise BadCodecs(f"a codec in {module} has a name that is no text, or a kind no type")
        if codec.kind in NAMES or CODECS.of(codec.kind) is not None:
            raise BadCodecs(
                f"{module} has a codec for {codec.kind.__name__}, which has one already"
            )
        if codec.name in CODECS or any(codec.name == other.name for other in others):
            raise BadCodecs(f"{module} has a codec of the name {codec.name}, which is taken")
    return found


def _held_to_more(codec: Codec) -> Codec:
    def parts(value: Any) -> tuple:
        found = codec.parts(value)
        if not _is_plain(found, set()):
            raise NoPlainParts(f"a part of a {codec.name} is no plain data")
        return found

    def made(*found: Any) -> Any:
        if not _is_plain(found, set()):
            raise TypeError("a part that is no plain data")
        try:
            value = codec.made(*found)
        except Exception as error:  # of whatever kind: the parts may be forged
            raise ValueError(f"no {codec.name} can be made of its parts: {error}") from None
        if type(value) is not codec.kind:
            raise TypeError(f"what was made for a {codec.name} is a {type(value).__name__}")
        return value

    return replace(codec, parts=parts, made=made)


def _is_plain(value: Any, seen: set[int]) -> bool:
    """Whether a value holds nothing that runs anybody's code: no function, no stand-in."""
    kind = type(value)
    if kind in ATOMS or id(value) in seen:
        return True
    if kind in CONTAINERS:
        seen.add(id(value))
        return all(_is_plain(part, seen) for part in value)
    if kind is dict:
        seen.add(id(value))
        return all(_is_plain(part, seen) for pair in value.items() for part in pair)
    if kind is np.ndarray:
        return not value.dtype.hasobject or _is_plain(value.ravel().tolist(), seen)
    return kind in SCALARS or CODECS.of(kind) is not None
