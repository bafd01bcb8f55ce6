"""Changes of calls: their arguments, their names, and whether they are made at all."""

import ast
from collections.abc import Iterator
from itertools import pairwise

from autograder.trials.mutations.cell import Cell, Change, called, is_number
from autograder.trials.mutations.constants import QUIET

_OTHER_NAMES = {
    "sum": ["mean"],
    "mean": ["sum", "median"],
    "nansum": ["nanmean"],
    "nanmean": ["nansum"],
    "median": ["mean"],
    "std": ["var"],
    "var": ["std"],
    "max": ["min"],
    "min": ["max"],
    "maximum": ["minimum"],
    "minimum": ["maximum"],
    "argmax": ["argmin"],
    "argmin": ["argmax"],
    "any": ["all"],
    "all": ["any"],
    "zeros": ["ones"],
    "ones": ["zeros"],
    "zeros_like": ["ones_like"],
    "ones_like": ["zeros_like"],
    "floor": ["ceil"],
    "ceil": ["floor"],
    "sin": ["cos"],
    "cos": ["sin"],
    "exp": ["log"],
    "log": ["log2"],
    "dot": ["multiply"],
    "matmul": ["multiply"],
    "vstack": ["hstack"],
    "hstack": ["vstack"],
    "column_stack": ["vstack"],
    "cumsum": ["cumprod"],
    "cumprod": ["cumsum"],
    "append": ["extend"],
    "extend": ["append"],
    "logical_and": ["logical_or"],
    "logical_or": ["logical_and"],
    "lower": ["upper"],
    "upper": ["lower"],
}
# Built-in functions have only these other names: there is no built-in `mean`.
_BUILT_IN = {"max", "min", "any", "all"}
# Python's own function for numbers where NumPy's for arrays was meant.
_ONE_BY_ONE = {"maximum": "max", "minimum": "min"}
_EITHER_WAY = {
    "maximum", "minimum", "max", "min", "add", "multiply", "hypot", "gcd", "lcm", "equal",
    "allclose", "isclose", "array_equal", "logical_and", "logical_or", "print",
}  # fmt: skip
# np.clip gives the same with its first two arguments swapped, np.where surely gives no use.
_FIRST_TWO = {"clip", "where"}
# Without these calls, nearly everything goes on as before, or nothing goes at all.
_KEPT = {
    "asarray", "asanyarray", "float", "float64", "range", "enumerate", "zip", "len", "print",
    "isinstance", "hasattr", "type", "super", "str", "dict", "append", "extend", "add", "insert",
    "remove", "default_rng", "open", "zeros", "ones", "empty", "eye", "arange",
}  # fmt: skip
_METHODS = {
    "copy", "astype", "reshape", "ravel", "flatten", "transpose", "squeeze", "clip", "round", "abs",
    "sum", "mean", "cumsum", "tolist", "strip", "lower", "upper", "dropna", "fillna", "reset_index",
    "sort_values",
}  # fmt: skip
_SEVERAL = {"maximum", "minimum", "clip", "where", "max", "min", "power", "round", "reshape"}
_MODULES = {"np", "numpy", "math", "random", "os", "pd", "scipy", "stats", "linalg", "copy"}
_FLOATS_ANYWAY = {"zeros", "ones", "empty", "eye", "linspace"}


def swapped_arguments(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield a call, a list or a tuple with two neighbors in each other's place."""
    match node:
        case ast.Call(args=parts) if called(node) not in _EITHER_WAY:
            kind = "swapped arguments"
        case ast.List(parts, ast.Load()):
            kind = "swapped elements"
        case ast.Tuple(parts, ast.Load()) if isinstance(cell.parent[node], ast.Return):
            kind = "swapped elements"
        case ast.Tuple(parts, ast.Load()) if isinstance(cell.parent[node], ast.Subscript):
            kind = "swapped indices"
        case _:
            return
    for place, (left, right) in enumerate(pairwise(parts)):
        if place == 0 and kind == "swapped arguments" and called(node) in _FIRST_TWO:
            continue
        if not isinstance(left, ast.Starred) and not isinstance(right, ast.Starred):
            text = cell.text(right) + cell.gap(left, right) + cell.text(left)
            yield Change(kind, cell.start(left), cell.end(right), (text,))


def dropped_element(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield a list, or what is returned, without its last element."""
    match node:
        case ast.List([*_, before, last], ast.Load()):
            pass
        case ast.Tuple([*_, before, last]) if isinstance(cell.parent[node], ast.Return):
            pass
        case _:
            return
    if "(" not in cell.gap(before, last):
        yield Change("dropped element", cell.end(before), cell.end(last), ("",))


def dropped_keyword(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield a call without one of its keyword arguments."""
    if not isinstance(node, ast.Call):
        return
    parts = [*node.args, *node.keywords]
    for place, part in enumerate(parts):
        if not isinstance(part, ast.keyword) or _is_default(node, part):
            continue
        if place:
            start = cell.end(parts[place - 1])
            start += len(cell.gap(parts[place - 1], part).split(",")[0].encode())
            yield Change("dropped keyword", start, cell.end(part), ("",))
        elif len(parts) > 1:
            yield Change("dropped keyword", cell.start(part), cell.start(parts[1]), ("",))
        else:
            yield Change("dropped keyword", cell.start(part), cell.end(node), (")",))


def axis(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield another axis; that no axis is given is a dropped keyword."""
    match node:
        case ast.keyword("axis", value) if is_number(value):
            other = "1" if ast.literal_eval(value) == 0 else "0"
            yield cell.change("axis", value, other)
        case ast.keyword("axis", ast.Constant(None) as value):
            yield cell.change("axis", value, "0")


def renamed(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield a call of the function that is easily taken for another one."""
    match node:
        case ast.Call(ast.Name(name) as function) if name in _BUILT_IN:
            pass
        case ast.Call(ast.Attribute(attr=name) as function):
            pass
        case _:
            return
    end = cell.end(function)
    for other in _OTHER_NAMES.get(name, ()):
        yield Change("other function", end - len(name), end, (other,))
    if name in _ONE_BY_ONE and isinstance(function, ast.Attribute) and _is_module(function.value):
        yield cell.change("other function", function, _ONE_BY_ONE[name])


def dropped_call(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield an argument without the function around it, a value without its method."""
    if not isinstance(node, ast.Call) or isinstance(cell.parent[node], ast.Expr):
        return
    match node:
        case ast.Call(ast.Attribute(value, name)) if name in _METHODS and not _is_module(value):
            yield cell.put("dropped call", node, "{0}", value)
            return
        case ast.Call(args=[ast.List()]) if isinstance(cell.parent[node], ast.Call):
            return  # an array inside another call, where a list does as well
        case ast.Call(args=[only]) if called(node) not in _KEPT:
            kept = [only]
        case ast.Call(args=several) if called(node) in _SEVERAL or _is_reduction(node):
            kept = several if called(node) in _SEVERAL else several[:1]
        case _:
            return
    if called(node) == "where" and all(is_number(argument) for argument in kept[1:]):
        return  # only the condition would be left, and it is 0 and 1 by itself
    for argument in kept:
        if not is_number(argument) and not isinstance(argument, ast.Starred):
            yield cell.put("dropped call", node, "{0}", argument)


def dtype(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield int for float and float for int where an array's type is given."""
    match node:
        case ast.keyword("dtype", value):
            pass
        case ast.Call(ast.Attribute(attr="astype"), [value]):
            pass
        case _:
            return
    match value:
        case ast.Name("float" | "int" | "bool" as name):
            yield cell.change("dtype", value, "float" if name == "int" else "int")
        case ast.Attribute(attr=name) if name.startswith(("float", "int")):
            yield cell.change("dtype", value, "float" if name.startswith("int") else "int")


def transpose(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield a matrix that is not transposed."""
    match node:
        case ast.Attribute(value, "T", ast.Load()):
            yield cell.put("dropped transpose", node, "{0}", value)


def order(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield `sorted` with the largest first."""
    match node:
        case ast.Call(ast.Name("sorted"), [only], keywords) if not keywords:
            yield cell.put("order", node, "sorted({0}, reverse=True)", only)


def _is_module(node):
    return isinstance(node, ast.Name) and node.id in _MODULES


def _is_reduction(call):
    match call.func:
        case ast.Attribute(value, name):
            return _is_module(value) and name in _OTHER_NAMES and bool(call.args)
    return False


def _is_default(call, keyword):
    """Tell whether a call does the same without the keyword, or is tried so elsewhere."""
    match keyword:
        case ast.keyword(None):
            return True
        case ast.keyword("dtype", ast.Name("float")):
            return called(call) in _FLOATS_ANYWAY
        case ast.keyword("axis", ast.Constant(None)):
            return True
        case ast.keyword("axis" | "keepdims"):
            return False
        case ast.keyword(value=ast.Constant(True | False)):
            return True  # is flipped
    return keyword.arg in QUIET


CALLS = (
    swapped_arguments,
    dropped_element,
    dropped_keyword,
    axis,
    renamed,
    dropped_call,
    dtype,
    transpose,
    order,
)
