"""A line that stopped, where a single thing belongs and another one stands: what it is, by name."""

import ast
import re

import numpy as np

from course.checks.errors.handed import held_by
from course.checks.errors.trees import all_of, name_of
from course.language import say


def no_table_in_product(error, names, tree):
    """`X.T @ errors`, where errors is a single number; `As[-1] @ W`, where a function was kept."""
    if "does not have enough dimensions" not in str(error):
        return None
    for node in all_of(tree, ast.BinOp):
        for side in (node.left, node.right) if isinstance(node.op, ast.MatMult) else ():
            held, written = held_by(side, names), ast.unparse(side)
            if isinstance(side, ast.Attribute):
                held = getattr(names.get(name_of(side.value)), side.attr, None)
            if callable(held):
                return say(
                    "`{written}` is a function here, and a product `@` needs vectors or tables on "
                    "both sides. Which brackets make a function run?",
                    written=written,
                )
            if isinstance(held, int | float | np.number | np.ndarray) and np.ndim(held) == 0:
                return say(
                    "`{written}` is a single number here, and a product `@` needs vectors or "
                    "tables on both sides. What should it hold, or which sign is meant?",
                    written=written,
                )
    return None


def list_for_array(error, names, tree):
    """`mean_squared_error(Y, As)`: all tables of a list, where one of them is meant."""
    if "inhomogeneous" not in str(error):
        return None
    for call in all_of(tree, ast.Call):
        for given in call.args:
            held = held_by(given, names)
            if isinstance(held, list | tuple) and len({np.shape(part) for part in held}) > 1:
                if getattr(call.func, "attr", None) in ("array", "asarray"):
                    return say(
                        "`{given}` holds arrays of different shapes, and they do not become one. "
                        "How does one go through them, one after the other?",
                        given=ast.unparse(given),
                    )
                return say(
                    "`{given}` holds {held} things in one here, and a single array is needed. "
                    "Which of its parts is it?",
                    given=ast.unparse(given),
                    held=len(held),
                )
    return None


def several_in_one_place(error, names, tree):
    """`slopes[i] = (up - down) / step`: an array for the place of one number."""
    if str(error) != "setting an array element with a sequence.":
        return None
    target = tree.targets[0] if isinstance(tree, ast.Assign) else None
    if not isinstance(target, ast.Subscript):
        return None
    return say(
        "`{target}` is the place of a single number, and several came. Which name on the right of "
        "`=` holds several numbers, where one is meant?",
        target=ast.unparse(target),
    )


def array_of_unequal_parts(error, names, tree):
    """`np.array([dW, db, dA_prev])`."""
    if "inhomogeneous" not in str(error):
        return None
    for call in all_of(tree, ast.Call):
        parts = getattr(call.args[0], "elts", []) if call.args else []
        arrays = [names.get(name_of(part)) for part in parts]
        shapes = [str(one.shape) for one in arrays if isinstance(one, np.ndarray)]
        if len(shapes) == len(parts) > 1 and len(set(shapes)) > 1:
            return say(
                "`{call}` makes one array of all parts, and their shapes are {shapes} and "
                "{last}. Must they be in one array?",
                call=ast.unparse(call),
                shapes=", ".join(shapes[:-1]),
                last=shapes[-1],
            )
    return None


def past_the_end(error, names, tree):
    """`layers[k]`, where k is larger than the last place."""
    if not re.search(r"(list|tuple) index out of range", str(error)):
        return None
    for node in all_of(tree, ast.Subscript):
        several, place = names.get(name_of(node.value)), _place(node.slice, names)
        if not isinstance(several, list | tuple) or not isinstance(place, int | np.integer):
            continue
        if place >= len(several) > 0:
            return say(
                "`{slice}` is {place} here, and the length of `{value}` is {several}: its places "
                "are counted from 0. Which place do you need?",
                slice=ast.unparse(node.slice),
                place=place,
                value=name_of(node.value),
                several=len(several),
            )
    return None


def _place(node, names):
    """Return what `k` or `k + 1` is; None for all else, and for a number that was typed in."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        sides = names.get(name_of(node.left)), getattr(node.right, "value", None)
        return sum(sides) if all(isinstance(side, int) for side in sides) else None
    return names.get(name_of(node))


LOOKS = (
    no_table_in_product,
    list_for_array,
    several_in_one_place,
    array_of_unequal_parts,
    past_the_end,
)
