"""What a test puts into a module for a while (`patch("builtins.input")`, `math.sqrt = ...`).

The learner's code finds it in its own module while the test asks something of it. The engine's
code, on both sides, never does.
"""

import ast
import contextlib
import functools
import importlib.util
import sys
from collections.abc import Iterator
from importlib.machinery import PathFinder
from typing import Any

from autograder.engine.protocol import names

Place = tuple[str, str]
"""A module's name, and a name in it."""

SHOWN_HERE = (("sys", "stdout"), ("sys", "stderr"))
"""What the learner's code prints is written there by the tests' own process, too."""

MISSING = object()


def places(tree: ast.AST, imports: dict[str, str]) -> dict[ast.AST, Place]:
    """Return the places that a test changes, by what in its text says so.

    Parameters
    ----------
    tree : ast.AST
        The test.
    imports : dict
        Name -> the statement that imports it.

    Returns
    -------
    dict
        The name at the root of ``patch(...)`` or ``patch.object(...)``, the target of an
        assignment, or the call of ``setattr`` -> the place. What is no place in a module that both
        sides have is left out.
    """
    found = {node: _place(dotted) for node, dotted in _said(tree, imports)}
    return {node: place for node, place in found.items() if place is not None}


@functools.lru_cache(1024)
def named_in(source: str, imports: frozenset[tuple[str, str]]) -> frozenset[Place]:
    """Return the places that a test changes, but for those where shown text goes."""
    tree = names.parse(source)
    if tree is None:
        return frozenset()
    found = places(tree, {**dict(imports), **names.imports([source])})
    return frozenset(found.values()).difference(SHOWN_HERE)


def _said(tree: ast.AST, imports: dict[str, str]) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(ast.Name("patch") as patch, [ast.Constant(str(dotted)), *_]):
                yield patch, dotted
            case ast.Call(
                ast.Attribute(ast.Name() as mock, "patch"), [ast.Constant(str(dotted)), *_]
            ):
                yield mock, dotted
            case ast.Call(
                ast.Attribute(ast.Name("patch") as patch, "object"),
                [module, ast.Constant(str(name)), *_],
            ):
                yield patch, f"{_written_out(module, imports)}.{name}"
            case ast.Call(
                ast.Attribute(ast.Attribute(ast.Name() as mock, "patch"), "object"),
                [module, ast.Constant(str(name)), *_],
            ):
                yield mock, f"{_written_out(module, imports)}.{name}"
            case ast.Call(ast.Name("setattr" | "delattr"), [module, ast.Constant(str(name)), *_]):
                yield node, f"{_written_out(module, imports)}.{name}"
            case ast.Attribute(module, name, ast.Store() | ast.Del()):
                yield node, f"{_written_out(module, imports)}.{name}"


def _written_out(node: ast.expr, imports: dict[str, str]) -> str:
    """Return a chain of names with the module's own name at its root; nothing for anything else."""
    text = ast.unparse(node)
    root, _, rest = text.partition(".")
    match ast.parse(imports.get(root, "0")).body[0]:
        case ast.Import([ast.alias(name, None)]):
            whole = name.partition(".")[0]
        case ast.Import([ast.alias(whole)]):
            pass
        case ast.ImportFrom(module, [ast.alias(name)]):
            whole = f"{module}.{name}"
        case _:
            return ""
    return f"{whole}.{rest}" if rest else whole


def _place(dotted: str) -> Place | None:
    module, _, name = dotted.rpartition(".")
    place = module, name
    if place in SHOWN_HERE:
        return place
    if module in ("", "sys", "__main__") or not all(map(str.isidentifier, dotted.split("."))):
        return None
    return place if module in sys.modules or _can_be_found(module) else None


def _can_be_found(module: str) -> bool:
    """Whether there is such a module, without importing what it lies in."""
    root, *inner = module.split(".")
    try:
        spec = importlib.util.find_spec(root)
        for depth in range(len(inner)):
            if spec is None or spec.submodule_search_locations is None:
                return False
            name = ".".join([root, *inner[: depth + 1]])
            spec = PathFinder.find_spec(name, spec.submodule_search_locations)
    except (ImportError, ValueError):
        return False
    return spec is not None


def standing(place: Place) -> Any:
    """Return what stands in a place now."""
    return getattr(sys.modules.get(place[0]), place[1], MISSING)


@contextlib.contextmanager
def replaced(values: dict[Place, Any]) -> Iterator[dict[Place, Any]]:
    """Put values into their places for a while; give what stood there before.

    What somebody else puts there meanwhile stays there.
    """
    before = {place: standing(place) for place in values}
    _put(values)
    try:
        yield before
    finally:
        _put({place: old for place, old in before.items() if standing(place) is values[place]})


def _put(values: dict[Place, Any]) -> None:
    for (module, name), value in values.items():
        if value is not MISSING:
            setattr(sys.modules[module], name, value)
        elif hasattr(sys.modules[module], name):
            delattr(sys.modules[module], name)
