"""Finished copies of what an exercise asks for: found by name, and what stands in for their code.

A function stays the same object, whatever names lead to it; for as long as it is withheld, its code
is another one, which raises `FinishedCopy`.
"""

import functools
import pkgutil
import sys
from collections.abc import Iterator
from types import CodeType, FunctionType
from typing import Any

SENTENCE = (
    "{name} is a finished copy that does the work of this exercise, so it is no answer here. "
    "Write your own lines; in later exercises you may use it. What did the text above this "
    "exercise show you?"
)
STUB_FILE = "<the finished copy>"
STUB = """\
def outer():
    {cells} = [None] * {free}
    def stub(*_, **__):
        {cells}
        from autograder.engine.learner.withheld import refused
        raise refused({name!r})
    return stub
"""


class FinishedCopy(RuntimeError):
    """A finished copy was called where the answer is the learner's to write."""

    def _render_traceback_(self) -> list[str]:
        """Show only the sentence in a notebook."""
        return [str(self)]


def find(name: str) -> Any:
    """Return the function or class of a dotted name; its module is imported.

    Raises
    ------
    ImportError, AttributeError, ValueError
        If there is none.
    """
    return pkgutil.resolve_name(name)


def functions_of(target: Any) -> list[FunctionType]:
    """Return the functions whose code has to change, for a function or a class to be withheld.

    The list is empty where nothing of it is written in Python.
    """
    if isinstance(target, type):
        parts = [part for member in vars(target).values() for part in _parts(member)]
        return [function for part in parts for function in _chain(part)]
    target = getattr(target, "__func__", target)
    # What is in front of a function, a cache for instance, could answer in its place.
    return list(_chain(target)) if isinstance(target, FunctionType) else []


def said_name(name: str) -> str:
    """Return a dotted name as a learner would write it, such as ``toolbox.relu``."""
    *modules, last = name.split(".")
    wanted = find(name)
    for end in range(1, len(modules)):
        module = sys.modules.get(".".join(modules[:end]))
        if getattr(module, last, None) is wanted:
            return f"{modules[end - 1]}.{last}"
    return ".".join([*modules[-1:], last])


@functools.lru_cache(1024)
def stub_code(name: str, free: int) -> CodeType:
    """Return code that refuses; a function takes only code with as many free variables."""
    cells = f"[{', '.join(f'v{number}' for number in range(free))}]"
    namespace: dict[str, Any] = {}
    text = STUB.format(cells=cells, free=free, name=name)
    exec(compile(text, STUB_FILE, "exec"), namespace)
    return namespace["outer"]().__code__


def _parts(member: Any) -> list[Any]:
    """Return the functions that a member of a class is made of."""
    if isinstance(member, property):
        return [member.fget, member.fset, member.fdel]
    if isinstance(member, functools.cached_property):
        return [member.func]
    return [getattr(member, "__func__", member)]


def _chain(function: Any) -> Iterator[FunctionType]:
    """Yield a function and those that decorators have wrapped it around."""
    while function is not None:
        if isinstance(function, FunctionType):
            yield function
        function = getattr(function, "__wrapped__", None)
