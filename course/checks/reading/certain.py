"""What the lines show for certain, whatever the exercise asks: it is said before all else."""

import ast
from itertools import pairwise

import numpy as np

from course.checks.reading.loops import given_anew
from course.checks.reading.text import name_of, numpy_function, written
from course.language import say


def _written_over(answer):
    """`np.square(y, y_hat)`: NumPy writes the squares of y into y_hat."""
    for call in answer.all(ast.Call):
        function = getattr(np, numpy_function(call, answer) or "", None)
        if isinstance(function, np.ufunc) and function.nin == 1 and len(call.args) > 1:
            return say(
                "`{call}` looks at `{first}` alone: what comes second in the round brackets "
                "is the place into which NumPy writes. How do you make one thing of the two "
                "before?",
                call=written(call),
                first=written(call.args[0]),
            )
    return None


def _below_return(answer):
    """A line below a `return` at the same edge: it never runs."""
    bodies = [getattr(node, "body", None) for node in ast.walk(answer.tree)]
    for body in bodies:
        if isinstance(body, list):  # of `a if b else c` it is none
            for line, below in pairwise(body):
                # The empty answer ends with a `raise` of its own.
                if isinstance(line, ast.Return) and not isinstance(below, ast.Raise):
                    return _never_runs(line, below)
    return None


def _never_runs(line, below):
    if isinstance(below, ast.Return):
        question = say("How does one `return` hand on both, or is one of them too many?")
    else:
        question = say("Which of the two should come first, or is one of them too many?")
    return say(
        "`{line}` ends the function, so the line `{below}` below it never runs. {question}",
        line=written(line),
        below=written(below),
        question=question,
    )


def _plus_behind(answer):
    """`total =+ x`, which is `total = +x`."""
    for line in answer.all(ast.Assign):
        signed = line.value.left if isinstance(line.value, ast.BinOp) else line.value
        while isinstance(signed, ast.BinOp):
            signed = signed.left
        if isinstance(signed, ast.UnaryOp) and isinstance(signed.op, ast.UAdd):
            name = written(line.targets[0])
            return say(
                "`=+` gives `{name}` the value behind it, and what `{name}` held before is "
                "lost. In which order do the two signs add to it?",
                name=name,
            )
    return None


def _compared_for_kept(answer):
    """`part[part == 0] == middle`, a line of its own: `==` for `=`."""
    for line in answer.all(ast.Expr):
        compared = line.value
        if (
            isinstance(compared, ast.Compare)
            and isinstance(compared.ops[0], ast.Eq)
            and isinstance(compared.left, ast.Name | ast.Subscript | ast.Attribute)
        ):
            return say(
                "The line `{line}` compares two things and changes nothing. Which sign gives "
                "a value to what stands on its left?",
                line=written(compared),
            )
    return None


def _length_of_a_comparison(answer):
    """`len(y == 1)`, where the ones should be counted."""
    for call in answer.all(ast.Call):
        if name_of(call.func) == "len" and call.args and isinstance(call.args[0], ast.Compare):
            return say(
                "`{call}` counts how many answers the comparison gives, True or False. Which "
                "function counts the True ones alone?",
                call=written(call),
            )
    return None


CERTAIN = (
    _below_return,
    _plus_behind,
    _written_over,
    _compared_for_kept,
    _length_of_a_comparison,
    given_anew,
)
