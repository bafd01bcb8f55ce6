"""A loop that cannot begin: it got one number where it needs several things, or the reverse."""

import ast

import numpy as np

from course.checks.errors.trees import all_of, name_of
from course.language import say


def range_of_things(error, names, tree):
    """`range(X)`, `range(layers)` and `range(X.shape)`."""
    if "integer" not in str(error):
        return None
    for call in all_of(tree, ast.Call):
        if name_of(call.func) != "range" or len(call.args) != 1:
            continue
        given = call.args[0]
        held = names.get(name_of(given))
        if getattr(given, "attr", None) == "shape":
            return say(
                "`range` counts up to a whole number, and `{given}` holds several. Which of them "
                "counts the rows?",
                given=ast.unparse(given),
            )
        if isinstance(held, np.ndarray | list | tuple | dict):
            return say(
                "`range` counts up to a whole number, and `{given}` holds several things. Which "
                "function says how many they are?",
                given=name_of(given),
            )
    return None


def loop_over_a_number(error, names, tree):
    """`for i in len(x)` and `for i in n_steps`."""
    if "is not iterable" not in str(error) or not isinstance(tree, ast.For):
        return None
    counted = tree.iter
    number = isinstance(names.get(name_of(counted)), int | np.integer)
    if not number and name_of(getattr(counted, "func", None)) != "len":
        return None
    return say(
        "A loop goes through several things, one after the other, and `{counted}` is a single "
        "number. Which function counts from 0 up to a number?",
        counted=ast.unparse(counted),
    )


def two_in_enumerate(error, names, tree):
    """`for p, g in enumerate(parameters, gradients)`."""
    for call in all_of(tree, ast.Call):
        second = names.get(name_of(call.args[1])) if len(call.args) > 1 else None
        several = isinstance(second, list | tuple | np.ndarray)
        if name_of(call.func) == "enumerate" and "integer" in str(error) and several:
            return say(
                "`enumerate` goes through one thing and counts. Which function goes through two "
                "things side by side?"
            )
    return None


def tuple_of_a_number(error, names, tree):
    """`tuple(n_out)`, where `(n_out,)` is meant."""
    if "is not iterable" not in str(error):
        return None
    for call in all_of(tree, ast.Call):
        function, given = name_of(call.func), call.args[0] if len(call.args) == 1 else None
        if function in ("tuple", "list") and isinstance(names.get(name_of(given)), int | float):
            return say(
                "`{call}` takes several things, and `{given}` is a single number. Which brackets, "
                "or which sign, make a {function} with one number in it?",
                call=ast.unparse(call),
                given=name_of(given),
                function=function,
            )
    return None


LOOKS = (range_of_things, loop_over_a_number, two_in_enumerate, tuple_of_a_number)
