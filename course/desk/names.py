"""Which names a notebook's own cells give a value: read, never run."""

import ast
import contextlib
import re
from collections.abc import Iterable

_UNDEFINED = re.compile(r"name '(\w+)' is not defined")
_NOT_PYTHON = re.compile(r"^\s*[%!].*$", re.MULTILINE)


def is_of_a_fresh_kernel(errors: list[tuple[str, str]], sources: Iterable[str]) -> bool:
    """Whether a cell ended only because cells above it had not been run since the kernel started.

    That is so if a name was missing that another cell of the notebook, as it is written now,
    gives a value.

    Parameters
    ----------
    errors : list of (str, str)
        Name and message of the errors with which the cell ended.
    sources : iterable of str
        The text of the notebook's code cells.
    """
    missing = {
        match[1]
        for kind, value in errors
        if kind == "NameError" and (match := _UNDEFINED.match(value))
    }
    return bool(missing) and missing <= _bound(sources)


def _bound(sources: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for source in sources:
        # A learner's text may be anything; what Python cannot read gives no name a value.
        with contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError):
            tree = ast.parse(_NOT_PYTHON.sub("", source))
            found |= {name for node in tree.body for name in _bound_by(node)}
    return found


def _bound_by(statement: ast.stmt) -> set[str]:
    """The names that one statement at the top of a cell binds."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {statement.name}
    found = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.alias):
            found.add((node.asname or node.name).partition(".")[0])
    return found
