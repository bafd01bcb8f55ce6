"""Changes of operators: arithmetic, signs, comparisons, boolean words, augmented assignment."""

import ast
from collections.abc import Iterator
from itertools import pairwise

from autograder.trials.mutations.cell import Cell, Change, called, is_number, replace_in_gap

_SIGNS = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.MatMult: "@",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
}
_OTHER_SIGNS = {
    "+": ["-"],
    "-": ["+"],
    "*": ["/", "@"],
    "/": ["*", "//"],
    "//": ["/"],
    "%": ["//"],
    "**": ["*"],
    "@": ["*"],
    "&": ["|"],
    "|": ["&"],
    "^": ["|"],
}
_COMPARISONS = {
    ast.Lt: ("<", ["<=", ">"]),
    ast.LtE: ("<=", ["<", ">="]),
    ast.Gt: (">", [">=", "<"]),
    ast.GtE: (">=", [">", "<="]),
    ast.Eq: ("==", ["!="]),
    ast.NotEq: ("!=", ["=="]),
    ast.In: ("in", ["not in"]),
    ast.NotIn: ("not in", ["in"]),
    ast.Is: ("is", ["is not"]),
    ast.IsNot: ("is not", ["is"]),
}


def arithmetic(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield an expression with another arithmetic operator between its two sides."""
    match node:
        case ast.BinOp(left, op, right) if type(op) in _SIGNS:
            sign = _SIGNS[type(op)]
            if sign == "%" and isinstance(left, ast.Constant | ast.JoinedStr):
                return  # a text with places to fill
            for other in _OTHER_SIGNS[sign]:
                if other == "@" and not _may_be_matrix_product(cell, node):
                    continue
                gap = replace_in_gap(cell.gap(left, right), sign, other)
                yield cell.rejoin("arithmetic", node, [left, right], [gap])


def swapped_sides(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield an expression whose two sides changed places, where that matters."""
    match node:
        case ast.BinOp(left, ast.Sub(), right) if not _loses_its_sign(cell, node):
            yield cell.put("swapped sides", node, "{1} - {0}", left, right)
        case ast.BinOp(left, ast.Div() | ast.Pow() | ast.MatMult() as op, right):
            sign = _SIGNS[type(op)]
            yield cell.put("swapped sides", node, "{1} " + sign + " {0}", left, right)


def dropped_side(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield an expression without its left or its right side: no bias, no factor, no division."""
    match node:
        case ast.BinOp(left, ast.Add() | ast.Sub() | ast.BitAnd() | ast.BitOr(), right):
            kind, sides = "dropped term", (left, right)
        case ast.BinOp(left, ast.Mult() | ast.MatMult(), right):
            kind, sides = "dropped factor", (left, right)
        case ast.BinOp(left, ast.Div() | ast.FloorDiv() | ast.Mod(), _):
            kind, sides = "dropped divisor", (left,)
        case ast.BinOp(left, ast.Pow(), right) if not is_number(right):
            kind, sides = "dropped exponent", (left,)
        case _:
            return
    for side in sides:
        if not isinstance(side, ast.Constant):  # a number alone is no likely answer
            yield cell.put(kind, node, "{0}", side)


def sign(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield an expression without its minus."""
    match node:
        case ast.UnaryOp(ast.USub(), operand) if not _loses_its_sign(cell, node):
            yield cell.put("unary minus", node, "{0}", operand)


def comparison(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield comparisons with another boundary or in the other direction."""
    if not isinstance(node, ast.Compare):
        return
    parts = [node.left, *node.comparators]
    gaps = [cell.gap(left, right) for left, right in pairwise(parts)]
    for place, op in enumerate(node.ops):
        word, others = _COMPARISONS[type(op)]
        for other in others:
            new = replace_in_gap(gaps[place], word, other)
            changed = [*gaps[:place], new, *gaps[place + 1 :]]
            yield cell.rejoin("comparison", node, parts, changed)


def boolean(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield `and` for `or`, one operand left out, and no `not` (nor `~`)."""
    match node:
        case ast.BoolOp(op, values):
            word, other = ("and", "or") if isinstance(op, ast.And) else ("or", "and")
            gaps = [cell.gap(left, right) for left, right in pairwise(values)]
            new = [replace_in_gap(gap, word, other) for gap in gaps]
            yield cell.rejoin("boolean", node, values, new)
            for left_out in values:
                rest = [value for value in values if value is not left_out]
                template = f" {word} ".join(f"{{{k}}}" for k in range(len(rest)))
                yield cell.put("dropped operand", node, template, *rest)
        case ast.UnaryOp(ast.Not() | ast.Invert(), operand):
            yield cell.put("dropped not", node, "{0}", operand)


def augmented(cell: Cell, node: ast.AST) -> Iterator[Change]:
    """Yield `x -= y` and `x = y` for `x += y`."""
    match node:
        case ast.AugAssign(target, op, value) if type(op) in _SIGNS:
            sign = _SIGNS[type(op)]
            gap = cell.gap(target, value)
            first, last = cell.text(target), cell.between(cell.start(value), cell.end(node))
            for other in [*(f"{new}=" for new in _OTHER_SIGNS[sign]), "="]:
                text = first + replace_in_gap(gap, f"{sign}=", other) + last
                yield cell.change("augmented assignment", node, text)


def _may_be_matrix_product(cell, product):
    """Tell whether `@` for `*` would be something else, and not surely an error."""
    if is_number(product.left) or is_number(product.right):
        return False
    # The sum of the products of two vectors is their matrix product.
    parent = cell.parent[product]
    return not (isinstance(parent, ast.Call) and called(parent) == "sum")


def _loses_its_sign(cell, node):
    """Tell whether an even power or an absolute value is taken of the node."""
    parent = cell.parent[node]
    match parent:
        case ast.BinOp(left, ast.Pow(), ast.Constant(2 | 4)):
            return left is node
        case ast.Call(args=[only]):
            return only is node and called(parent) in {"abs", "absolute", "fabs", "square"}
    return False


OPERATORS = (arithmetic, swapped_sides, dropped_side, sign, comparison, boolean, augmented)
