"""What the line that stopped shows of the mistake: where it is certain, it is said by its name."""

import ast
import difflib
import inspect
import linecache
import re

import numpy as np

from course.checks.errors import calls, counting, decisions, nearly, numpy_calls, objects, single
from course.checks.errors.arrays import (
    added_to_a_list,
    cut_before,
    dictionary_in_product,
    dots_as_code,
    one_in_an_array,
    overwritten_input,
    parts_of_two_sizes,
    taken_apart,
)
from course.checks.errors.handed import (
    function_around,
    input_for_unknown,
    pair_as_array,
    pair_in_product,
    shapes_of_another,
    thing_as_place,
)
from course.checks.errors.meant import row_as_place, star_for_product
from course.checks.errors.trees import all_of, name_of
from course.checks.errors.unknown import read_unknown
from course.checks.reading.loops import lists_in_a_row
from course.language import say


def read_line(error, place):
    """Return what the line where an error came shows of its cause, or None.

    Parameters
    ----------
    error : Exception
    place : frames.Place
    """
    names, tree = place.names, _statement(place)
    if isinstance(error, NameError):
        if said := nearly.compared_for_given(tree):
            return said
        name = error.name or re.search(r"'(\w+)'|$", str(error))[1]  # 3.11 leaves some without
        if not name:
            return None
        # Where a line of the function gives it a value, the name itself is no riddle.
        function = None if isinstance(error, UnboundLocalError) else function_around(place)
        said = read_unknown(name, names, tree, function)
        return said or input_for_unknown(name, function)
    if isinstance(error, AttributeError):
        return _attribute(error, names, tree, place.frame.f_code.co_name)
    if isinstance(error, KeyError):
        return _key(error, names, tree)
    if isinstance(error, RecursionError):
        return _itself(place)
    if tree is None:
        return None
    if said := dots_as_code(place) or decisions.whole_array_in_a_round(error, place, tree):
        return said
    if isinstance(tree, ast.For) and (said := lists_in_a_row(tree)):
        return said
    for look in (
        *numpy_calls.LOOKS,
        parts_of_two_sizes,
        taken_apart,
        dictionary_in_product,
        added_to_a_list,
        one_in_an_array,
        numpy_calls.second_array,
        _text_for_name,
        _function_as_number,
        _loop,
        *counting.LOOKS,
        *calls.LOOKS,
        *decisions.LOOKS,
        *objects.LOOKS,
        thing_as_place,
        pair_in_product,
        *single.LOOKS,
        star_for_product,
    ):
        if said := look(error, names, tree):
            return said
    return (
        overwritten_input(error, place)
        or cut_before(error, place)
        or row_as_place(error, place)
        or shapes_of_another(error, place, tree)
    )


def _statement(place):
    """Return the smallest statement of the cell around the line, as a tree, or None."""
    source = "".join(linecache.getlines(place.file))
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return None
    around = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and node.lineno <= place.number <= node.end_lineno
    ]
    return min(around, key=lambda node: node.end_lineno - node.lineno, default=None)


def _itself(place):
    name = place.frame.f_code.co_name
    called = [name_of(node.func) for node in all_of(_statement(place), ast.Call)]
    if name not in called:
        return None
    return say(
        "`{name}` calls itself, and that call does the same, again and again. Which lines should "
        "do the work instead?",
        name=name,
    )


def _attribute(error, names, tree, function):
    held, name = getattr(error, "obj", None), error.name
    if name and (said := pair_as_array(held, name, names, tree)):
        return said
    if said := objects.order_of_inputs(error, names, tree):
        return said
    if isinstance(held, dict) and name in held:
        return say(
            "`{name}` is a key of a dictionary here, and a dot does not fetch it. Which brackets "
            "do, and how is a key written?",
            name=name,
        )
    if inspect.ismodule(held):
        module = held.__name__.rpartition(".")[2]
        if name == function:
            return say(
                "There is no `{name}` in `{module}`: it is yours to write. What does the text "
                "above this exercise ask it to do?",
                name=name,
                module=module,
            )
        return _not_in_module(module, name, held, names)
    local = [node for node in all_of(tree, ast.Attribute) if node.attr == name]
    if isinstance(held, np.ndarray) and local and name != "append" and hasattr(np, name):
        return say(
            "`{name}` is a function of NumPy, and not of an array. How is it called?", name=name
        )
    return nearly.function_of_python(name, local) or objects.of_another_object(error, names, tree)


def _not_in_module(module, name, held, names):
    if inspect.isfunction(names.get(name)):
        return say(
            "There is no `{name}` in `{module}`; this notebook defines a function of that name. "
            "What did you want to call?",
            name=name,
            module=module,
        )
    if name in names and not inspect.ismodule(names[name]):
        return say(
            "There is no `{name}` in `{module}`, but your function has a `{name}` of its own. What "
            "did you want to fetch?",
            name=name,
            module=module,
        )
    if module == "numpy" and name == "ln":
        return say(
            "NumPy has the natural logarithm under another name than `ln`. Which is in the text?"
        )
    if held is np and hasattr(np.linalg, name):
        return say(
            "`{name}` stands in a part of NumPy, `np.linalg`. What belongs in front of it?",
            name=name,
        )
    if part := nearly.part_with(held, name):
        return say(
            "`{name}` belongs to `{part}` inside of this package, and not to the package itself. "
            "What stands between the two?",
            name=name,
            part=part,
        )
    # In the toolbox names are like one another: `forward_rows` is no misspelled `forward_layers`.
    cutoff = nearly.CLOSE if module == "toolbox" else 0.75
    close = difflib.get_close_matches(name, dir(held), n=1, cutoff=cutoff)
    if close:
        return say(
            "There is no `{name}` in `{module}`, only `{close}`. Which letters differ?",
            name=name,
            module=module,
            close=close[0],
        )
    return None


def _key(error, names, tree):
    key = error.args[0] if error.args else None
    for node in all_of(tree, ast.Subscript):
        held = _held(node.value, names)
        if not isinstance(held, dict) or key in held:
            continue
        if said := _variable_for_key(node.slice, held, names):
            return said
        if isinstance(key, str) and isinstance(names.get(key), str):
            return say(
                '`"{key}"` in quotes is a text, and not what `{key}` holds. What do the quotes do '
                "here?",
                key=key,
            )
        known = ", ".join(f"`{known!r}`" for known in list(held)[:8])
        return say(
            "There is nothing under the key `{key!r}` in `{value}`; its keys are {known}. Which "
            "one do you need here?",
            key=key,
            value=ast.unparse(node.value),
            known=known,
        )
    return None


def _variable_for_key(written, held, names):
    """`weights[node_0]`, where the key is the text "node_0" and the variable holds a number."""
    name = name_of(written)
    if name not in held or name not in names:
        return None
    holds = " ".join(str(names[name]).split())  # a table has several lines
    return say(
        "`{name}` without quotes is a variable, which holds {holds:.30} here, and a key is a text. "
        "How is a text written?",
        name=name,
        holds=holds,
    )


def _text_for_name(error, names, tree):
    """A name of the function, written in quotes."""
    if not re.search(r"indices|No such file|not found|callable|str'|text", str(error)):
        return None
    if "'dict' object is not callable" in str(error):  # the text is a key: the brackets are wrong
        return None
    for node in all_of(tree, ast.Constant):
        if isinstance(node.value, str) and node.value in names:
            return say(
                '`"{value}"` in quotes is a text, and not what `{value}` holds. What do the quotes '
                "do here?",
                value=node.value,
            )
    return None


def _function_as_number(error, names, tree):
    if "unsupported operand" not in str(error):
        return None
    for node in all_of(tree, ast.BinOp):
        for side in (node.left, node.right):
            held = names.get(name_of(side))
            if callable(held) and not isinstance(held, np.ndarray):
                return say(
                    "`{side}` is a function, and not a number. Which name holds the number that "
                    "you need, or must the function be called first?",
                    side=name_of(side),
                )
    return None


def _loop(error, names, tree):
    """A loop over an array, whose numbers are then used as places."""
    if not isinstance(error, IndexError):
        return None
    for node in all_of(tree, ast.Subscript):
        array, number = names.get(name_of(node.value)), names.get(name_of(node.slice))
        if isinstance(array, np.ndarray) and isinstance(number, float | np.floating):
            return say(
                "`{slice}` is {number:.7g} here, a number of the data and not a place in "
                "`{value}`. What does the loop hand out, one after the other?",
                slice=name_of(node.slice),
                number=number,
                value=name_of(node.value),
            )
    return None


def _held(node, names):
    """Return what a name, or a name of a module's, holds; None for anything else."""
    if isinstance(node, ast.Attribute):
        owner = names.get(name_of(node.value))
        return getattr(owner, node.attr, None) if inspect.ismodule(owner) else None
    return names.get(name_of(node))
