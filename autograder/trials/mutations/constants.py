"""Changes of numbers, truth values and strings."""

import ast
from collections.abc import Iterator

from autograder.trials.mutations.cell import Cell, Change, called, is_number

# What these arguments say changes how exactly or how loudly something is done, not what.
QUIET = {"atol", "rtol", "tol", "eps", "rcond", "strict", "verbose", "axis", "keepdims"}
TINY = 1e-4


def number(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield an integer off by one; a float plus one, and without or with a minus."""
    if not is_number(node) or _is_signed(cell, node) or _has_own_changes(cell, node):
        return
    value = ast.literal_eval(node)
    if isinstance(value, int):
        others = [value + 1, value - 1]
    elif 0 < abs(value) < TINY:  # the sign of such a guard against zero is rarely seen
        others = [value + 1, 0.0]
    else:
        others = [value + 1, -value] if value else [1.0]
    for other in others:
        yield _written(cell, node, other)


def truth(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield True for False and False for True."""
    match node:
        case ast.Constant(True | False as value) if not _has_own_changes(cell, node):
            yield cell.change("constant", node, repr(not value))


def string(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield a letter's neighbors; for a longer string the next one of the cell, or add one."""
    match node:
        case ast.Constant(str() as value):
            if _has_own_changes(cell, node):
                return
        case _:
            return
    if len(value) == 1 and value.isalpha():
        others = [chr(ord(value) + step) for step in (-1, 1)]
        others = [letter for letter in others if letter.isalpha() and letter.isascii()]
    else:
        others = [_next_string(cell, node) or value + "x"]
    for other in others:
        yield cell.change("constant", node, _quoted(cell.text(node), other))


def _is_signed(cell, node):
    """Tell whether the node is the number behind a minus, which is changed with its minus."""
    return is_number(cell.parent[node])


def _written(cell, node, value):
    """Return a number put in place of another, so that its minus binds to nothing else."""
    text = repr(value)
    texts = (text, f"({text})") if value < 0 else (text,)
    return Change("constant", cell.start(node), cell.end(node), texts)


def _has_own_changes(cell, node):
    parent = cell.parent[node]
    match parent:
        case ast.keyword(arg=name):
            return name in QUIET
        case ast.Subscript(value=ast.Attribute(attr="shape")):
            return True
        case ast.Return() | ast.Assign():
            return False
    return isinstance(parent, ast.Call) and called(parent) == "print"


def _next_string(cell, node):
    """Return the next string that another node of the same role holds, or None."""
    strings = [
        other.value
        for other in cell.nodes()
        if isinstance(other, ast.Constant)
        and isinstance(other.value, str)
        and _role(cell.parent[other]) == _role(cell.parent[node])
    ]
    behind = strings[strings.index(node.value) + 1 :] + strings
    return next((other for other in behind if other != node.value), None)


def _role(parent):
    return type(parent), getattr(parent, "arg", None)


def _quoted(text, value):
    """Return a string in the quotes of another one."""
    quoted = repr(value)
    if text[-1] == '"' and '"' not in value and "\\" not in quoted:
        return f'"{value}"'
    return quoted


CONSTANTS = (number, truth, string)
