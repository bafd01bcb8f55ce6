"""What a line that stopped shows of its arrays: how they were made, joined and taken apart."""

import ast
import re

import numpy as np

from course.checks.errors.handed import function_around
from course.checks.errors.trees import all_of, name_of
from course.checks.reading.text import text_of, written
from course.checks.reading.values import new_input, three_dots
from course.language import say


def taken_apart(error, names, tree):
    """`w, b = np.linalg.lstsq(...)`."""
    if "unpack" not in str(error) or not isinstance(tree, ast.Assign):
        return None
    function = getattr(tree.value, "func", None)
    if isinstance(tree.targets[0], ast.Tuple) and getattr(function, "attr", None) == "lstsq":
        return say(
            "`lstsq` returns four things, and the first of them holds all the parameters. How do "
            "you take out the first one?"
        )
    return None


def parts_of_two_sizes(error, names, tree):
    """`np.array([balance, 1])`, where balance holds several numbers."""
    if not any(
        part in str(error) for part in ("inhomogeneous", "with a sequence", "must match exactly")
    ):
        return None
    for call in all_of(tree, ast.Call):
        parts = getattr(call.args[0], "elts", []) if call.args else []
        single = [part for part in parts if _ndim(part, names) == 0]
        longer = [part for part in parts if _ndim(part, names) == 1]
        if single and longer:
            size = len(names[name_of(longer[0])])
            return say(
                "`{longer}` holds several numbers (here {size}), and `{single}` is a single one, "
                "so they make no table. How do you make equally many of it?",
                longer=name_of(longer[0]),
                size=size,
                single=written(single[0]),
            )
    return None


def _ndim(node, names):
    """Return the number of axes of what a name holds, or a number typed in; None if unknown."""
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return 0
    held = names.get(name_of(node))
    return np.ndim(held) if isinstance(held, int | float | np.ndarray | np.generic) else None


def added_to_a_list(error, names, tree):
    """`moved += w - lr * g`, where moved is a list: NumPy adds numbers."""
    if not isinstance(tree, ast.AugAssign) or "broadcast" not in str(error):
        return None
    name = name_of(tree.target)
    if not isinstance(tree.op, ast.Add) or not isinstance(names.get(name), list):
        return None
    return say(
        "`{name}` is a list, and `+=` with an array adds up numbers. Which method of a list puts "
        "one thing at its end?",
        name=name,
    )


def one_in_an_array(error, names, tree):
    """`float(total)`, where total is an array of one number."""
    if not re.search(r"0-dimensional arrays can be converted|ndim > 0 to a scalar", str(error)):
        return None
    for node in all_of(tree, ast.Name):
        held = names.get(node.id)
        if isinstance(held, np.ndarray) and held.ndim and held.size == 1:
            return say(
                "`{id}` is one number in an array of shape {shape}. In which line does the array "
                "come in, and which function of NumPy makes one number of it?",
                id=node.id,
                shape=held.shape,
            )
    return None


def dictionary_in_product(error, names, tree):
    """`x @ weights`, where weights is a dictionary."""
    for node in all_of(tree, ast.BinOp):
        for side in (node.left, node.right):
            if isinstance(node.op, ast.MatMult) and isinstance(names.get(name_of(side)), dict):
                return say(
                    "`{side}` is a dictionary: it keeps several things under their keys. Which of "
                    "them belongs in this product?",
                    side=name_of(side),
                )
    return None


def dots_as_code(place):
    """`...` copied from the text, in any line of the function."""
    answer = _function_around(place)
    return three_dots(answer) if answer else None


def overwritten_input(error, place):
    """Sizes that do not fit, in a function that gave an input numbers of its own."""
    if not re.search(r"matmul|broadcast|aligned|out of bounds", str(error)):
        return None
    answer = _function_around(place)
    return new_input(answer) if answer else None


def cut_before(error, place):
    """`X = X[:, :8]` and then `X[:, 8]`."""
    if "out of bounds" not in str(error):
        return None
    answer = _function_around(place)
    for line in answer.all(ast.Assign) if answer else ():
        kept = name_of(line.targets[0])
        of = name_of(line.value.value) if isinstance(line.value, ast.Subscript) else None
        if kept and kept == of and line.lineno < place.number and f"{kept}[" in place.line:
            return say(
                "`{line}` leaves only a part of `{kept}`, and this line asks for something that is "
                "not in that part. Which of the two lines should come first?",
                line=written(line),
                kept=kept,
            )
    return None


def _function_around(place):
    """Return the text of the function around a place, or None."""
    tree = function_around(place)
    return text_of(tree, place.names) if tree else None
