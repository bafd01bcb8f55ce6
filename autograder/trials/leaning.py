"""Which names a cell leans on: those that it reads and does not set first."""

import ast
from collections.abc import Iterable
from itertools import chain

from autograder.engine.protocol import names

SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)


def leans_on(source: str) -> set[str]:
    """Return the names that a cell must find when it is run.

    What a function's body reads counts as well, unless the function or the cell sets it.
    """
    tree = names.parse(source)
    if tree is None:
        return set()
    cell = _Cell()
    cell.statements(tree.body)
    return cell.wanted | (cell.later - cell.set)


class _Cell:
    """The statements of a cell, in the order in which they run."""

    def __init__(self) -> None:
        self.set: set[str] = set()
        self.wanted: set[str] = set()
        self.later: set[str] = set()

    def statements(self, body: Iterable[ast.stmt]) -> None:
        for statement in body:
            self._statement(statement)

    def _statement(self, node: ast.stmt) -> None:
        if isinstance(node, SCOPES):
            self._scope(node)
            self.set.add(node.name)
            return
        inner = [value for _, value in ast.iter_fields(node) if _is_body(value)]
        blocks = [block for value in inner for block in _blocks(value)]
        for part in _parts(node, inner):
            self._read(part)
        for part in _parts(node, inner):
            self.set |= _bound(part)
        if isinstance(node, ast.Import | ast.ImportFrom):
            self.set |= names.stored(node)
        for item in chain.from_iterable(inner):
            self._entrance(item)
        for block in blocks:
            self.statements(block)

    def _entrance(self, item: ast.AST) -> None:
        """Note what an ``except`` or a ``case`` reads and sets before its body."""
        if isinstance(item, ast.ExceptHandler):
            if item.type is not None:
                self._read(item.type)
            if item.name:
                self.set.add(item.name)
        elif isinstance(item, ast.match_case):
            self.set |= names.stored(item.pattern)
            for part in (item.pattern, item.guard):
                if part is not None:
                    self._read(part)

    def _read(self, node: ast.AST) -> None:
        if isinstance(node, SCOPES):
            self._scope(node)
            return
        if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            inside = {name for part in node.generators for name in _bound(part.target)}
            self.wanted |= names.used(node) - inside - self.set
            return
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Store):
            self.wanted |= {node.id} - self.set
        for child in ast.iter_child_nodes(node):
            self._read(child)

    def _scope(self, node: ast.AST) -> None:
        own = names.stored(node) | {
            part.arg for part in ast.walk(node) if isinstance(part, ast.arg)
        }
        self.later |= names.used(node) - own


def _is_body(value: object) -> bool:
    return isinstance(value, list) and any(
        isinstance(item, ast.stmt | ast.ExceptHandler | ast.match_case) for item in value
    )


def _blocks(value: list) -> list[list[ast.stmt]]:
    if isinstance(value[0], ast.stmt):
        return [value]
    return [item.body for item in value]


def _parts(node: ast.stmt, inner: list) -> list[ast.AST]:
    """Return what belongs to the statement itself, without the statements inside it."""
    found: list[ast.AST] = []
    for _, value in ast.iter_fields(node):
        if isinstance(value, ast.AST):
            found.append(value)
        elif isinstance(value, list) and not any(value is body for body in inner):
            found += [item for item in value if isinstance(item, ast.AST)]
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        found.append(ast.Name(node.target.id, ast.Load()))
    return found


def _bound(node: ast.AST) -> set[str]:
    return {
        part.id
        for part in ast.walk(node)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    }
