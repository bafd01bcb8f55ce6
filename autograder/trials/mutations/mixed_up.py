"""Changes of what goes where: names that look alike, statements in another order."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

from autograder.trials.mutations.cell import Cell, Change
from autograder.trials.mutations.statements import names_before

_SIMPLE = (ast.Assign, ast.AugAssign, ast.Expr)


def like_name(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield names that look alike in each other's place: X_test for X_train, y_hat for y."""
    match node:
        case ast.Name(name, ast.Load()):
            statement = node
            while not isinstance(statement, ast.stmt):
                statement = cell.parent[statement]
            for other in sorted(names_before(cell, statement) - {name}):
                if _stem(other) == _stem(name):
                    yield cell.change("other name", node, other)


def swapped_statements(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield two statements in the other order, where the second leans on the first."""
    for block in (getattr(node, "body", None), getattr(node, "orelse", None)):
        if not isinstance(block, list):
            continue
        for first, second in pairwise(block):
            if _is_order_seen(cell, first, second) and cell.indent(first) and cell.indent(second):
                text = cell.text(second) + cell.gap(first, second) + cell.text(first)
                yield Change("swapped statements", cell.start(first), cell.end(second), (text,))


def _stem(name):
    """Return a name without its last number or its last part."""
    return re.sub(r"(?<=.)(?:_[^_]+|\d+)$", "", name)


def _is_order_seen(cell, first, second):
    if not isinstance(first, _SIMPLE) or not isinstance(second, _SIMPLE):
        return False
    written, read = _written(first), _names(second)
    new = {name for name in written if "." not in name} - names_before(cell, first)
    return not new & read and bool(written & read or _written(second) & _names(first))


def _written(statement):
    """Return the names and attributes that a statement gives another value."""
    return {
        ast.unparse(node)
        for node in ast.walk(statement)
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store)
    }


def _names(statement):
    """Return all names and attributes of a statement."""
    return {
        ast.unparse(node)
        for node in ast.walk(statement)
        if isinstance(node, ast.Name | ast.Attribute)
    }


MIXED_UP = (like_name, swapped_statements)
