"""A name that Python does not know: what the line, and what else is there, show of it."""

import ast
import builtins
import functools
import inspect
import re

import numpy as np

from course.checks.errors import nearly
from course.checks.errors.trees import all_of, name_of
from course.language import say


def read_unknown(name, names, tree, function=None):
    """Return what was meant by a name that is not defined, where it is certain; None elsewhere.

    Parameters
    ----------
    name : str
    names : dict
        What the function knew.
    tree : ast.stmt or None
        The statement that stopped.
    function : ast.FunctionDef, optional
        The learner's function around it; left out where a line of it gives the name a value.
    """
    looks = (
        _small_letter,
        _power_of_ten,
        functools.partial(_of_no_module, function=function),
        _key_without_quotes,
        nearly.minus_in_name,
        _counted_below,
        _run_together,
        lambda *_: nearly.own_name(name, function),
        lambda *_: nearly.package_of_others(name, tree),
        _transposed,
        _of_self,
        functools.partial(_count, function=function),
        _text,
        _of_another,
        _of_a_list,
        _of_numpy,
        lambda *_: nearly.in_a_package(name, tree, names),
        lambda *_: nearly.part_of_a_package(name, names),
        lambda *_: nearly.called_nearly(name, tree, names),
        _called,
    )
    return next((said for look in looks if (said := look(name, names, tree))), None)


def _small_letter(name, names, tree):
    """`true` and `NONE`, which Python writes `True` and `None`."""
    if name.capitalize() not in ("True", "False", "None"):
        return None
    return say(
        "Python knows no `{name}`: of the letters of this word only the first is a capital one. "
        "How does it look?",
        name=name,
    )


def _power_of_ten(name, names, tree):
    """`e-7` for `1e-7`."""
    for node in all_of(tree, ast.BinOp):
        if name == "e" and name_of(node.left) == "e" and isinstance(node.right, ast.Constant):
            return say(
                "`{node}` is read as a computation with something called `e`. In a small number "
                "such as 1e-7, what stands in front of the e?",
                node=ast.unparse(node),
            )
    return None


def _of_no_module(name, names, tree, function):
    """`toolbox.weighted_sum(x, w)` within `weighted_sum`, where there is no toolbox."""
    asked = [
        node.attr
        for node in all_of(tree, ast.Attribute)
        if name_of(node.value) == name and function is not None and node.attr == function.name
    ]
    if not asked:
        return None
    return say(
        "This notebook knows no `{name}`, and `{asked}` is yours to write. What does the text "
        "above this exercise ask it to do?",
        name=name,
        asked=asked[0],
    )


def _key_without_quotes(name, names, tree):
    for node in all_of(tree, ast.Subscript):
        held = names.get(name_of(node.value))
        if name_of(node.slice) == name and isinstance(held, dict) and name in held:
            return say(
                "`{name}` is a key of `{value}`, and a key is a text. How do you write a text in "
                "Python?",
                name=name,
                value=name_of(node.value),
            )
    for owner, held in reversed(names.items()):  # the function's own names are the last
        if isinstance(held, dict) and name in held and not owner.startswith("_"):
            return say(
                '`{owner}` keeps something under the key `"{name}"`, and the name `{name}` alone '
                "does not fetch it. How do you take it out?",
                owner=owner,
                name=name,
            )
    return None


def _counted_below(name, names, tree):
    """`x_0` or `x0`, as formulas write it."""
    found = re.fullmatch(r"([A-Za-z]+?)_?\d+", name)
    held = names.get(found[1]) if found else None
    if not (isinstance(held, list | tuple) or (isinstance(held, np.ndarray) and held.ndim == 1)):
        return None
    return say(
        "Formulas count with small numbers below a letter. In Python a number of `{found}` is "
        "fetched with its place in square brackets, as in `{found}[0]`. How do you write `{name}`?",
        found=found[1],
        name=name,
    )


def _run_together(name, names, tree):
    """`AW`, as formulas write a product."""
    parts = _known_parts(name, names)
    if len(parts) < 2:
        return None
    known = say(" and ").join(f"`{part}`" for part in parts)
    axes = [np.ndim(names[part]) for part in parts]
    asked = (
        say("Which sign multiplies a table, row by row?")
        if max(axes) > 1 and min(axes) > 0
        else say("Which sign multiplies here?")
    )
    return say(
        "Python reads `{name}` as one name, and knows {known}. In a formula the product sign is "
        "left out; in Python it is written. {asked}",
        name=name,
        known=known,
        asked=asked,
    )


def _known_parts(name, names):
    """Return the names of numbers and arrays that a name is made of, side by side, or nothing."""
    for end in range(1, len(name) + 1):
        first, rest = name[:end], name[end:]
        if isinstance(names.get(first), np.ndarray | np.generic | int | float):
            others = _known_parts(rest, names) if rest else []
            if others or not rest:
                return [first, *others]
    return []


def _transposed(name, names, tree):
    """`X^T`, as formulas write it."""
    powers = [node.right for node in all_of(tree, ast.BinOp) if isinstance(node.op, ast.BitXor)]
    if name != "T" or not any(name in map(name_of, ast.walk(power)) for power in powers):
        return None
    return say(
        "Formulas put a small T above a table whose rows and columns change places. Python has no "
        "such power. Which sign stands between a table and its `T`?"
    )


def _of_a_list(name, names, tree):
    """`append(predictions, x)`: as a function NumPy has it too, but a list's method is meant."""
    if name not in ("append", "extend"):
        return None
    return say(
        "`{name}` belongs to a list: the list's name and a point stand in front of it. Which list "
        "should grow?",
        name=name,
    )


def _called(name, names, tree):
    if all(name_of(node.func) != name for node in all_of(tree, ast.Call)):
        return None
    return say(
        "Python knows no function called `{name}` here: what another notebook defined is not known "
        "in this one. Which line of this notebook should define it, or which lines do its work?",
        name=name,
    )


def _of_numpy(name, names, tree):
    if hasattr(np.linalg, name) and not hasattr(np, name):
        return say(
            "`{name}` stands in a part of NumPy, `np.linalg`. What belongs in front of it?",
            name=name,
        )
    if not hasattr(np, name) or hasattr(builtins, name):
        return None
    # `gradient` alone is more likely a value of the learner's than a function of NumPy.
    called = any(name_of(node.func) == name for node in all_of(tree, ast.Call))
    if not called and callable(getattr(np, name)):
        return None
    return say(
        "`{name}` belongs to NumPy, and Python alone does not know it. What stands in front?",
        name=name,
    )


def _of_self(name, names, tree):
    if "self" in names and hasattr(names["self"], name):
        return say(
            "`{name}` is kept by the object, and a method does not know it by this name alone. "
            "What stands in front of it?",
            name=name,
        )
    return None


def _of_another(name, names, tree):
    """A name that belongs to an object which the function has at hand, or to the toolbox."""
    for owner, held in at_hand(names):
        if hasattr(held, name):
            return say(
                "Nothing is called `{name}` alone, and `{owner}` has something of this name. What "
                "stands in front of it?",
                name=name,
                owner=owner,
            )
    operands = [part for node in all_of(tree, ast.BinOp) for part in (node.left, node.right)]
    if name in map(name_of, operands):  # computed with, so it is a value and no function
        return None
    held = getattr(names.get("toolbox"), name, None)
    if held is not None and not inspect.ismodule(held):
        return say(
            "The toolbox has a `{name}`, and Python alone does not know it. What stands in front "
            "of it?",
            name=name,
        )
    return None


def at_hand(names):
    """Yield what `self` keeps, and the objects of the course, with their names."""
    for key, held in getattr(names.get("self"), "__dict__", {}).items():
        if type(held).__module__ not in ("builtins", "numpy"):
            yield f"self.{key}", held
    for owner, held in names.items():
        if type(held).__module__.startswith("course.") and not owner.startswith("_"):
            yield owner, held


def _count(name, names, tree, function):
    """The n of a formula, in a function that gets rows and makes no `n` of its own."""
    if name not in ("n", "N") or function is None or _makes(function, name):
        return None
    given = [one.arg for one in function.args.args]
    arrays = [one for one in given if isinstance(names.get(one), np.ndarray) and names[one].ndim]
    rows = next((one for one in ("y", "Y", "X") if one in arrays), arrays[0] if arrays else None)
    if rows is None:
        return None
    return say(
        "In formulas `{name}` is the number of rows, and Python does not know it by itself. How do "
        "you count the rows of `{rows}`?",
        name=name,
        rows=rows,
    )


def _makes(function, name):
    """Whether a line gives a name a value, or changes what it holds: `n += 1`, `n.append(1)`."""
    return any(
        name_of(node.value) == name
        if isinstance(node, ast.Attribute)
        else isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)
        for node in ast.walk(function)
    )


def _text(name, names, tree):
    """A letter to return, or the value of a setting, without quotes."""
    letter = len(name) == 1 and isinstance(tree, ast.Return) and name_of(tree.value) == name
    settings = [one for one in all_of(tree, ast.keyword) if one.arg not in ("axis", "keepdims")]
    if letter or any(name_of(setting.value) == name for setting in settings):
        asked = (
            say("How do you write a letter as a text?")
            if letter
            else say("How do you write a text?")
        )
        return say(
            "`{name}` without quotes is a name, and nothing has this name. {asked}",
            name=name,
            asked=asked,
        )
    return None
