"""Why a function returned something wrong."""

import ast
import builtins
import difflib

import numpy as np

from course.checks.reading.loops import LOOPS
from course.checks.reading.outside import of_the_notebook
from course.checks.reading.text import loaded, name_of, numpy_function, written
from course.language import say

_PURE = ("sum", "max", "min", "abs", "round", "sorted", "len", "zip", "float", "int")
"""Functions of Python that only make a value."""

_WRITERS = ("copyto", "put", "place", "putmask", "fill_diagonal", "save", "savetxt", "random")
"""Functions of NumPy that do more than make a value."""


def _array_of_one_part(answer, value):
    """`np.array(a, b)`: NumPy takes b for a kind of numbers, and returns a alone."""
    for call in answer.all(ast.Call):
        if numpy_function(call, answer) != "array" or len(call.args) < 2:
            continue
        kind = call.args[1]
        known = answer.names.get(name_of(kind), getattr(builtins, name_of(kind) or " ", None))
        if isinstance(kind, ast.Name | ast.Subscript | ast.BinOp) and not isinstance(known, type):
            return say(
                "`{call}` makes an array of `{first}` alone: what comes second in the round "
                "brackets is taken for a kind of numbers. Which brackets make one list of "
                "the two?",
                call=written(call),
                first=written(call.args[0]),
            )
    return None


def _half_a_power(answer, value):
    """`x ** 1 / 2`."""
    for node in answer.all(ast.BinOp):
        if isinstance(node.op, ast.Div) and isinstance(node.left, ast.BinOp):
            power = node.left
            if (
                isinstance(power.op, ast.Pow)
                and isinstance(power.right, ast.Constant)
                and isinstance(node.right, ast.Constant)
            ):
                return say(
                    "Python computes a power before it divides, so `** {power} / {divisor}` is "
                    "not one power. Where do brackets belong?",
                    power=power.right.value,
                    divisor=node.right.value,
                )
    return None


def _other_power(answer, value):
    """`x ^ 2`."""
    if any(isinstance(node.op, ast.BitXor) for node in answer.all(ast.BinOp)):
        return say("In Python `^` is no power. How do you write one?")
    return None


def _lost_line(answer, value):
    """A line computes something and keeps it nowhere."""
    for line in answer.all(ast.Expr):
        if isinstance(line.value, ast.BinOp | ast.Compare | ast.UnaryOp) or _is_pure(
            line.value, answer
        ):
            return say(
                "The line `{line}` computes something and keeps it nowhere. Under which name "
                "should the result go on?",
                line=written(line.value),
            )
    return None


def _is_pure(node, answer):
    if not isinstance(node, ast.Call):
        return False
    function = numpy_function(node, answer)
    if function is not None:
        return function not in _WRITERS and not function.startswith("set")
    name = name_of(node.func)
    if isinstance(node.func, ast.Attribute) and name_of(node.func.value) == "toolbox":
        return True
    return name in _PURE and name not in answer.names


def three_dots(answer, value=None):
    """`np.array([..., ...])`, as the text writes it, or `...` for a line."""
    places = {
        id(part)
        for node in answer.all(ast.Subscript)
        for part in ast.walk(node.slice)  # there it means "all other axes"
    }
    for node in answer.all(ast.Constant):
        if node.value is ... and id(node) not in places:
            return say(
                "The three dots `...` stand for something that you write. What belongs there?"
            )
    return None


def new_input(answer, value=None):
    """An input gets other numbers before it was ever used."""
    used = set()
    for line in answer.body:
        if isinstance(line, ast.Assign) and not loaded(line.value) - {"np"}:
            for target in line.targets:
                if name_of(target) in answer.inputs and name_of(target) not in used:
                    return say(
                        "`{line}` gives `{name}` numbers of its own, so what the function was "
                        "given is lost. Where does an input get its value?",
                        line=written(line),
                        name=name_of(target),
                    )
        used |= loaded(line)
    return None


def _of_the_notebook(answer, value):
    """Numbers that the notebook holds, where an input was meant."""
    return of_the_notebook(answer.tree, answer.tree, answer.names)


def _second_name(answer, value):
    """`step = w` and then `step[i] = ...`: w is written into as well."""
    for line in answer.all(ast.Assign):
        name, given = name_of(line.targets[0]), name_of(line.value)
        if name is None or given not in answer.inputs:
            continue
        for later in answer.all(ast.Assign | ast.AugAssign):
            for target in getattr(later, "targets", None) or [later.target]:
                if isinstance(target, ast.Subscript) and name_of(target.value) == name:
                    return say(
                        "`{line}` gives the same thing a second name, so what is written into "
                        "`{name}` stands in `{given}` too. How do you make a copy?",
                        line=written(line),
                        name=name,
                        given=given,
                    )
    return None


def _brackets_in_append(answer, value):
    """`predictions.append([...])`: a list of lists, and so a table with one column."""
    shape = np.shape(value) if isinstance(value, np.ndarray) else ()
    if len(shape) < 2 or shape[-1] != 1:
        return None
    for call in answer.all(ast.Call):
        added = getattr(call.args[0], "elts", ()) if call.args else ()
        if getattr(call.func, "attr", None) == "append" and len(added) == 1:
            return say(
                "`{call}` puts a list with one number into the list, and so a row with one "
                "number into the table. Are the square brackets needed?",
                call=written(call),
            )
    return None


def _from_there_on(answer, value):
    """`X[:, column:]`, where one column was wanted."""
    for node in answer.all(ast.Subscript):
        for part in ast.walk(node.slice):
            if isinstance(part, ast.Slice) and not (part.upper or part.step):
                name = name_of(part.lower)
                if name in answer.inputs:
                    return say(
                        "`{line}` takes everything from `{name}` on: that is what the colon behind "
                        "`{name}` says. How is a single one picked?",
                        line=written(node),
                        name=name,
                    )
    return None


def _of_another_cell(answer, value):
    """`return customers`, where the function's own name is `customer`."""
    own = {node.id for node in answer.all(ast.Name) if isinstance(node.ctx, ast.Store)}
    for line in answer.all(ast.Return):
        name = name_of(line.value)
        if name is None or name in own or name in answer.inputs or name not in answer.names:
            continue
        close = difflib.get_close_matches(name, [*own, *answer.inputs], n=1, cutoff=0.75)
        if close:
            return say(
                "`return {name}` gives back what another cell keeps under this name, and in "
                "your function there is a `{near}`. Which letters differ?",
                name=name,
                near=close[0],
            )
        return say(
            "`return {name}` gives back what another cell keeps under this name. Which "
            "value does your function make?",
            name=name,
        )
    return None


def _not_called(answer, value):
    """`return x.mean`, without brackets."""
    if callable(value) and not isinstance(value, type):
        name = getattr(value, "__name__", "")
        return say("That is the function `{name}` itself. Which brackets make it run?", name=name)
    return None


def _its_shape(answer, value):
    returned = [node.value for node in answer.all(ast.Return)]
    shapes = [one for one in returned if isinstance(one, ast.Attribute) and one.attr == "shape"]
    if isinstance(value, tuple) and len(returned) == len(shapes) == 1:
        return say("`.shape` says how large an array is. What should be returned, its size or it?")
    return None


VALUE = (
    three_dots,
    _not_called,
    _of_another_cell,
    _from_there_on,
    _brackets_in_append,
    _its_shape,
    _array_of_one_part,
    _half_a_power,
    _other_power,
    *LOOPS,
    _second_name,
    new_input,
    _lost_line,
    _of_the_notebook,
)
