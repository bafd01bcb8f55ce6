"""Changes of what a caller sees besides the value: inputs overwritten, the result's type."""

import ast
import re
from collections.abc import Iterator

from autograder.trials.mutations.cell import FUNCTIONS, Cell, Change, called, is_number

_ARRAY = re.compile(r"\b(?:nd|sub)?arrays?\b|\bmatri(?:x|ces)\b|\bvectors?\b", re.IGNORECASE)
_CONTAINER = re.compile(r"(lists?\b)|dict", re.IGNORECASE)
_IN_PLACE = {
    ast.Add: "+=", ast.Sub: "-=", ast.Mult: "*=", ast.Div: "/=", ast.Pow: "**=",
}  # fmt: skip
# What can have digits behind the point.
_DIGITS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow, ast.MatMult)
_OF_DIGITS = {
    "sum",
    "mean",
    "median",
    "std",
    "var",
    "sqrt",
    "exp",
    "dot",
    "array",
    "maximum",
    "where",
}


def in_place(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield `x -= y` for `x = x - y` where x still is the caller's."""
    match node:
        case ast.Assign([ast.Name(name)], ast.BinOp(ast.Name(same), op, value)) if name == same:
            scope = cell.scope(node)
            if type(op) in _IN_PLACE and name in _given(scope) and not _is_bound(cell, node, name):
                rest = cell.between(cell.start(value), cell.end(node))
                yield cell.change("in place", node, f"{name} {_IN_PLACE[type(op)]} {rest}")


def overwritten_input(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield a function that computes the right thing and then changes one of its inputs."""
    if not isinstance(node, FUNCTIONS) or not isinstance(node.body[-1], ast.Return):
        return
    last = node.body[-1]
    indent = cell.indent(last)
    if last.value is None or indent is None:
        return
    value = cell.between(cell.start(last) + len("return"), cell.end(last)).lstrip()
    kept = _free_name(node)
    for name in _given(node):
        if _is_bound(cell, node, name):
            continue
        for spoil in _spoils(node, name):
            text = f"{kept} = {value}\n{indent}{spoil}\n{indent}return {kept}"
            yield cell.change("changed input", last, text)


def whole_numbers(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield a result whose digits behind the point are cut off."""
    match node:
        case ast.Call(ast.Name("float") as function, [_]):
            yield cell.change("type of the result", function, "int")
        case ast.Return(value) if _may_have_digits(value):
            cast = "np.asarray({0}).astype(int)" if _uses_numpy(cell) else "({0}).astype(int)"
            yield cell.put("type of the result", value, cast, value)


def _may_have_digits(value):
    match value:
        case ast.BinOp(_, op, _):
            return isinstance(op, _DIGITS)
        case ast.Call(ast.Attribute(ast.Name("np"))):
            return called(value) in _OF_DIGITS and not _has_whole_branches(value)
    return False


def _has_whole_branches(call):
    """Tell whether np.where chooses between whole numbers only."""
    return called(call) == "where" and all(
        is_number(part) and float(ast.literal_eval(part)).is_integer() for part in call.args[1:]
    )


def _uses_numpy(cell):
    return any(isinstance(node, ast.Name) and node.id == "np" for node in ast.walk(cell.tree))


def _given(scope):
    """Return the names of a function's parameters."""
    if not isinstance(scope, FUNCTIONS):
        return []
    arguments = [*scope.args.posonlyargs, *scope.args.args, *scope.args.kwonlyargs]
    return [argument.arg for argument in arguments if argument.arg not in {"self", "cls"}]


def _is_bound(cell, node, name):
    """Tell whether a name has lost the caller's value, at a statement or a function's end."""
    scope = node if isinstance(node, FUNCTIONS) else cell.scope(node)
    before = cell.end(node) if node is scope else cell.start(node)
    return any(
        isinstance(other, ast.Name)
        and isinstance(other.ctx, ast.Store)
        and other.id == name
        and cell.end(other) < before
        for other in ast.walk(scope)
    )


def _spoils(function, name):
    """Return statements that change what a parameter holds, as far as that can be told."""
    described = _description(function, name)
    if described is None:
        return [f"{name} += 1"] if _is_used_as_array(function, name) else []
    container = _CONTAINER.match(described)
    if not container:
        return [f"{name} += 1"] if _ARRAY.search(described) else []
    inside = f"{name}[0]" if container[1] else f"{name}[next(iter({name}))]"
    if "(" in described and "of shape" not in described:
        inside += "[0]"
    elif not _ARRAY.search(described):
        return [f"{name}.clear()"]
    return [f"{name}.clear()", f"{inside}[...] += 1"]


def _description(function, name):
    """Return what a numpy-style docstring says of a parameter's type, or None."""
    for line in (ast.get_docstring(function) or "").splitlines():
        names, colon, described = line.partition(":")
        if colon and name in (part.strip() for part in names.split(",")):
            return described.strip()
    return None


def _is_used_as_array(function, name):
    for node in ast.walk(function):
        match node:
            case ast.BinOp(ast.Name(left), ast.MatMult(), _) if left == name:
                return True
            case ast.BinOp(_, ast.MatMult(), ast.Name(right)) if right == name:
                return True
            case ast.Attribute(ast.Name(used), "T" | "shape" | "dtype" | "size") if used == name:
                return True
            case ast.Subscript(ast.Name(used), ast.Tuple()) if used == name:
                return True
    return False


def _free_name(function):
    names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
    return "result" if "result" not in names else "result_of_it"


INPUTS = (in_place, overwritten_input, whole_numbers)
