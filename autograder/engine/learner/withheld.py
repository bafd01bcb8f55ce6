"""Withholds finished copies in the learner's process, while a test of their exercise runs."""

import json
from contextlib import suppress
from pathlib import Path
from types import CodeType, FunctionType

from autograder.engine.protocol.finished import (
    SENTENCE,
    FinishedCopy,
    find,
    functions_of,
    said_name,
    stub_code,
)

_known: dict[str, tuple[list[FunctionType], str]] = {}
"""What names meant before any code of a learner's ran: their functions, and how they are said."""

_held: list[tuple[str, FunctionType, CodeType, CodeType]] = []
_called: dict[str, None] = {}


def know(names: list[str]) -> None:
    """Look names up before a learner's code runs, which may lead them elsewhere."""
    for name in names:
        if name in _known:
            continue
        try:
            functions = functions_of(find(name))
            _known[name] = functions, said_name(name)
        except Exception:  # a file beside the notebook: it is there only when its submission is
            continue
        for function in functions:
            stub_code(name, len(function.__code__.co_freevars))


def hold(names: list[str]) -> None:
    """Let functions refuse, until `free`."""
    free()
    for name in names:
        functions = dict.fromkeys(_known[name][0] if name in _known else [])
        with suppress(Exception):  # the learner's code may have led the name elsewhere
            functions |= dict.fromkeys(functions_of(find(name)))  # or loaded the module twice
        for function in functions:
            code = function.__code__
            stub = stub_code(name, len(code.co_freevars))
            if code is not stub:  # one function may be in a list by two names
                _held.append((name, function, code, stub))
                function.__code__ = stub


def free() -> dict[str, list[str]]:
    """Give the functions back their code.

    Returns
    -------
    dict
        ``called``: the names that refused since; ``restored``: those that somebody else had given
        back before.
    """
    restored: dict[str, None] = {}
    for name, function, code, stub in reversed(_held):
        if function.__code__ is not stub:
            restored[name] = None
        function.__code__ = code
    told = {"called": list(_called), "restored": list(restored)}
    _held.clear()
    _called.clear()
    return told


def free_and_tell(test: str, path: str) -> None:
    """Free them, and add what `free` tells to a file: a kernel has no other way to say it."""
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(json.dumps([test, free()]) + "\n")


def refused(name: str) -> FinishedCopy:
    """Note that a finished copy was called, and return what it raises."""
    _called[name] = None
    said = _known[name][1] if name in _known else ".".join(name.split(".")[-2:])
    return FinishedCopy(SENTENCE.format(name=said))
