"""What a call of NumPy's functions shows: parts without their list, a second array, a function."""

import ast
import builtins
import re

import numpy as np

from course.checks.errors.trees import all_of, name_of
from course.language import say

ONE_LIST = ("array", "column_stack", "row_stack", "concatenate", "vstack", "hstack", "stack")
"""Functions of NumPy that take their parts as one list."""

ONE_ARRAY = ("sum", "mean", "max", "min", "std", "median", "prod", "argmax", "cumsum", "any", "all")
"""Functions of NumPy that look at one array; what comes second is an axis."""

NO_NUMBERS = re.compile(
    r"must match exactly|inhomogeneous|same number of dim|zero-dim|real number|argument must be"
    r"|with a sequence"
)
"""What NumPy says where something that is no number stands among the parts of an array."""


def parts_as_arguments(error, names, tree):
    """`np.array(a, b)`, where one list of both belongs."""
    for call, function in _numpy_calls(tree, names):
        if function in ONE_LIST and len(call.args) > 1 and not _is_setting(call.args[1], names):
            if function in ("concatenate", "stack") and isinstance(call.args[1], ast.Constant):
                continue
            return say(
                "`np.{function}` takes its parts as one list, and here they stand side by side in "
                "the round brackets. Which brackets make a list?",
                function=function,
            )
    for call in all_of(tree, ast.Call):
        if getattr(call.func, "attr", None) == "Sequential" and len(call.args) > 1:
            return say(
                "`Sequential` takes its layers as one list, and here they stand side by side in "
                "the round brackets. Which brackets make a list?"
            )
    return None


def second_array(error, names, tree):
    """`np.sum(x, w)` and `np.ones(X)`, where an axis or a size belongs."""
    if not re.search(r"integer|dimensions|axis|scalar|interpreted", str(error)):
        return None
    for call, function in _numpy_calls(tree, names):
        if function in ONE_ARRAY and len(call.args) > 1:
            asked = say("How do you make one array of the two?")
            if isinstance(getattr(call.args[1], "value", None), int):
                asked = say(
                    "What was the `{args}` to do, and where?", args=ast.unparse(call.args[1])
                )
            return say(
                "`np.{function}` looks at one array; what comes second in its brackets is an axis. "
                "{asked}",
                function=function,
                asked=asked,
            )
        array = names.get(name_of(call.args[0])) if call.args else None
        if function in ("zeros", "ones", "eye", "empty") and np.ndim(array) > 0:
            return say(
                "`np.{function}` wants to know how many numbers to make, and got the numbers of an "
                "array. What tells how long an array is?",
                function=function,
            )
    return None


def function_as_part(error, names, tree):
    """`np.column_stack([X, np.ones])`: the function itself, where what it returns belongs."""
    if not NO_NUMBERS.search(str(error)):
        return None
    for call, _ in _numpy_calls(tree, names):
        parts = [part for argument in call.args for part in getattr(argument, "elts", [argument])]
        for part in parts:
            if _is_function_of_numpy(part, names):
                written = ast.unparse(part)
                return say(
                    "`{written}` without brackets is the function itself, and not the numbers that "
                    "it makes. What does it need in round brackets?",
                    written=written,
                )
    return None


def _numpy_calls(tree, names):
    """Yield each call of a function of NumPy, with the function's name."""
    for call in all_of(tree, ast.Call):
        if isinstance(call.func, ast.Attribute) and names.get(name_of(call.func.value)) is np:
            yield call, call.func.attr


def _is_setting(node, names):
    """Whether an argument may be a kind of numbers, such as `float` or `np.float64`."""
    if isinstance(node, ast.Attribute):
        return name_of(node.value) in ("np", "numpy") and isinstance(
            getattr(np, node.attr, 0), type
        )
    return isinstance(names.get(name_of(node), getattr(builtins, name_of(node) or "", None)), type)


def _is_function_of_numpy(node, names):
    """Whether this is `np.ones` and the like, without a call."""
    if not isinstance(node, ast.Attribute) or names.get(name_of(node.value)) is not np:
        return False
    held = getattr(np, node.attr, None)
    return callable(held) and not isinstance(held, type)


LOOKS = (function_as_part, parts_as_arguments)
"""Looked at before all others: what comes after them would speak of the sizes."""
