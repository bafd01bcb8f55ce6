"""What stood in the wrong place of a line that stopped: a thing for its place, a pair, a name."""

import ast
import linecache
import re

import numpy as np

from course.checks.errors.trees import all_of, name_of
from course.checks.reading.outside import of_the_notebook, unused_input
from course.language import say

HELD = {"tuple": "a tuple", "list": "a list"}

PRODUCT = re.compile(r"matmul: .*mismatch|not aligned")
NO_FIT = re.compile(rf"{PRODUCT.pattern}|broadcast together|boolean index")


def thing_as_place(error, names, tree):
    """`for k in layers: Zs[k]`: the thing itself is taken for its place."""
    if not isinstance(error, TypeError):
        return None
    for node in all_of(tree, ast.Subscript):
        picked, place = names.get(name_of(node.value)), names.get(name_of(node.slice))
        if isinstance(picked, list | tuple) and (
            isinstance(place, tuple | list) or np.ndim(place) > 0
        ):
            kind = type(place).__name__
            return say(
                "`{slice}` is {kind} here, and no place number, so it cannot pick a part of "
                "`{value}`. What does the line that makes `{slice}` hand out: the things "
                "themselves, or their places?",
                slice=name_of(node.slice),
                kind=say(HELD[kind]) if kind in HELD else say("an array"),
                value=name_of(node.value),
            )
    return None


def pair_as_array(held, name, names, tree):
    """`W = layers[k]` and then `backward_layer(dZ, As[k], W)`: a pair where an array belongs."""
    if not isinstance(held, tuple | list) or not hasattr(np.ndarray, name):
        return None
    nodes = [argument for call in all_of(tree, ast.Call) for argument in call.args]
    nodes += [node.value for node in all_of(tree, ast.Attribute)]
    for node in nodes:
        if held_by(node, names) is held:
            return say(
                "`{node}` holds {held} things in one here, and a single array is needed. Which of "
                "its parts is it?",
                node=ast.unparse(node),
                held=len(held),
            )
    return None


def pair_in_product(error, names, tree):
    """`As[-1] @ layer`, where layer is a pair of weights and biases."""
    if not re.search(r"inhomogeneous|matmul|with a sequence|unsupported operand", str(error)):
        return None
    for node in all_of(tree, ast.BinOp):
        for side in (node.left, node.right):
            held = held_by(side, names)
            if isinstance(held, tuple | list) and len({np.shape(part) for part in held}) > 1:
                return say(
                    "`{side}` holds {held} things in one here, and a single array is needed. How "
                    "is it taken apart, and which of its parts belongs here?",
                    side=ast.unparse(side),
                    held=len(held),
                )
    return None


def held_by(node, names):
    """Return what a name holds, or what a list keeps in one of its places; None for all else."""
    if isinstance(node, ast.Subscript):
        owner, place = names.get(name_of(node.value)), node.slice
        back = isinstance(place, ast.UnaryOp) and isinstance(place.op, ast.USub)
        place = place.operand if back else place
        place = place.value if isinstance(place, ast.Constant) else names.get(name_of(place))
        if isinstance(owner, list | tuple) and isinstance(place, int):
            place = -place if back else place
            return owner[place] if -len(owner) <= place < len(owner) else None
    return names.get(name_of(node))


def shapes_of_another(error, place, tree):
    """Arrays that do not fit: one of the notebook's, or one handed to the toolbox."""
    if not NO_FIT.search(str(error)):
        return None
    function = function_around(place)
    if function and any(map(_is_typed_in, ast.walk(function))) and (said := unused_input(function)):
        return said
    if function and (said := _from_outside(function, tree, place.frame.f_globals)):
        return said
    call = _call_that_stopped(place, tree) if PRODUCT.search(str(error)) else None
    if call is None:
        return None
    return say(
        "`{call}` got arrays whose shapes do not fit together. What does each of them hold, and in "
        "which order does the function take them?",
        call=ast.unparse(call),
    )


def _from_outside(function, tree, names):
    """Arrays of the notebook's in a function: in the line that stopped, or in place of an input."""
    unused = unused_input(function)
    if unused and of_the_notebook(function, function, names):
        return unused
    return of_the_notebook(tree, function, names)


def unused_further_out(error, places):
    """Arrays that do not fit in a function of the notebook, called instead of what came in."""
    if len(places) < 2 or not NO_FIT.search(str(error)):
        return None
    function = function_around(places[0])
    return unused_input(function) if function else None


def _is_typed_in(node):
    """Whether numbers that were typed in become an array, or are computed with: `[5, 6]`."""
    if isinstance(node, ast.Call):
        lists = node.args[:1]
    else:
        lists = [node.left, node.right] if isinstance(node, ast.BinOp) else []
    numbers = [one for each in lists if isinstance(each, ast.List) for one in each.elts]
    return len(numbers) > 0 and all(isinstance(one, ast.Constant) for one in numbers)


def _call_that_stopped(place, tree):
    """Return the call of the toolbox in which an error came, or None."""
    positions = list(place.frame.f_code.co_positions())
    line, _, column, end = positions[place.frame.f_lasti // 2]
    for call in all_of(tree, ast.Call):
        if (call.lineno, call.col_offset, call.end_col_offset) == (line, column, end):
            owner = call.func.value if isinstance(call.func, ast.Attribute) else None
            return call if name_of(owner) == "toolbox" else None
    return None


def function_around(place):
    """Return the function of the cell around a line, as a tree, or None."""
    try:
        tree = ast.parse("".join(linecache.getlines(place.file)))
    except (SyntaxError, ValueError):
        return None
    around = [
        node
        for node in all_of(tree, ast.FunctionDef)
        if node.lineno <= place.number <= node.end_lineno
    ]
    return max(around, key=lambda node: node.lineno, default=None)


def input_for_unknown(name, function):
    """An unknown name, in a function that leaves one of its inputs alone."""
    unused = unused_input(function, named=True) if function is not None else None
    if unused is None or any(name in one.arg for one in function.args.args):
        return None
    return say(
        "Python knows nothing called `{name}` here, and no line of your function uses its input "
        "`{unused}`. Which line should give `{name}` a value?",
        name=name,
        unused=unused,
    )
