"""A line that decided about a whole array at once, or joined what are no vectors."""

import ast
import re

import numpy as np

from course.checks.errors.handed import function_around
from course.checks.errors.trees import all_of, name_of
from course.language import say


def one_decision(error, names, tree):
    """`if y == 1`, `a and b`, `y == 1 & y_hat == 0`, where `y` is an array."""
    if not re.search(r"truth value of an array|bitwise_(and|or)", str(error)):
        return None
    for node in all_of(tree, ast.Compare):
        if any(isinstance(part, ast.BinOp) and _joins(part.op) for part in node.comparators):
            return say(
                "Python takes `&` and `|` before it compares. Which brackets does each of the "
                "conditions need?"
            )
    for node in all_of(tree, ast.UnaryOp):
        if isinstance(node.op, ast.Not):
            return say(
                "`not` turns a single True or False around, and `{operand}` holds several. Which "
                "comparison says the same of each of them?",
                operand=ast.unparse(node.operand),
            )
    for node in all_of(tree, ast.BoolOp):
        word = "and" if isinstance(node.op, ast.And) else "or"
        return say(
            "`{word}` joins two single answers, and here stand arrays of True and False. Which "
            "sign joins them number by number?",
            word=word,
        )
    if isinstance(tree, ast.If) and isinstance(tree.test, ast.Compare):
        array = names.get(name_of(tree.test.left))
        if isinstance(array, np.ndarray):
            return say(
                "`if {test}` asks once, but `{id}` holds {size} numbers. What decides for each of "
                "them by itself: a function of NumPy, or a factor that is 0 or 1?",
                test=ast.unparse(tree.test),
                id=tree.test.left.id,
                size=array.size,
            )
    return None


def whole_array_in_a_round(error, place, tree):
    """`for i in range(len(y)): if y == 1`, where one number of `y` is meant."""
    if "truth value of an array" not in str(error) or not isinstance(tree, ast.If):
        return None
    asked = [node.id for node in all_of(tree.test, ast.Name)]
    array = next((one for one in asked if isinstance(place.names.get(one), np.ndarray)), None)
    for loop in all_of(function_around(place), ast.For):
        counter, counts = name_of(loop.target), name_of(getattr(loop.iter, "func", None)) == "range"
        made = [node.id for node in all_of(loop, ast.Name) if isinstance(node.ctx, ast.Store)]
        inside = counts and loop.lineno < place.number <= loop.end_lineno
        if inside and array and array not in made and counter and counter not in asked:
            return say(
                "Inside the loop, `{array}` is still the whole array, and `{counter}` says which "
                "round it is. How do you take the one number that this round is about?",
                array=array,
                counter=counter,
            )
    return None


def _joins(sign):
    return isinstance(sign, ast.BitAnd | ast.BitOr)


def joined_numbers(error, names, tree):
    """`np.concatenate(rows)`, where `rows` is a list of numbers, or no list any more."""
    if "zero-dimensional arrays" not in str(error):
        return None
    for call in all_of(tree, ast.Call):
        held = names.get(name_of(call.args[0])) if call.args else None
        if isinstance(held, np.ndarray) and held.ndim == 1:
            return say(
                "`{id}` is a single array here, and no list of arrays. Which line put it in the "
                "place of the list?",
                id=call.args[0].id,
            )
        if isinstance(held, list) and any(np.ndim(part) == 0 for part in held):
            return say(
                "`{id}` is a list with single numbers in it, and only arrays can be joined. What "
                "should each `append` be given, one number or all at once?",
                id=call.args[0].id,
            )
    return None


def joined_in_brackets(error, names, tree):
    """`np.concatenate(rows)`, where each of `rows` has a pair of brackets too many."""
    if "must match exactly" not in str(error):
        return None
    for call in all_of(tree, ast.Call):
        held = names.get(name_of(call.args[0])) if call.args else None
        if isinstance(held, list) and all(_is_one_row(part) for part in held):
            return say(
                "Each thing in the list `{id}` is a table of one row, and a vector was meant. "
                "Which brackets are too many where it is made or appended?",
                id=call.args[0].id,
            )
    return None


def _is_one_row(part):
    return isinstance(part, list | np.ndarray) and len(part) == 1 and np.ndim(part[0]) == 1


LOOKS = (one_decision, joined_numbers, joined_in_brackets)
