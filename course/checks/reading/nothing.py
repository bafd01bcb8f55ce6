"""Why a function returned None."""

import ast

from course.checks.reading.text import name_of, written
from course.checks.reading.values import three_dots
from course.language import say

_CHANGERS = ("append", "insert", "extend", "sort", "reverse", "remove", "clear", "shuffle", "fill")
"""Methods that change a thing and give nothing back."""


def _printed(answer):
    """The function prints, and returns nothing."""
    if answer.all(ast.Return):
        return None
    if any(isinstance(last, ast.Expr) and _is_print(last.value) for last in _ends(answer.body)):
        return say(
            "`print` shows a value to you, and hands nothing on to whoever called the "
            "function. Which word hands it on?"
        )
    return None


def _ends(lines):
    """Yield the lines with which a function may end: the last one, or those inside of it."""
    last = lines[-1] if lines else None
    if isinstance(last, ast.For | ast.If):
        yield from _ends(last.body)
        yield from _ends(last.orelse)
    elif last is not None:
        yield last


def _is_print(node):
    return isinstance(node, ast.Call) and name_of(node.func) == "print"


def _is_change(node):
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in _CHANGERS
    )


def _computed(answer):
    """The last line computes something, and no line returns."""
    if answer.all(ast.Return):
        return None
    last = answer.body[-1] if answer.body else None
    if isinstance(last, ast.Expr) and not isinstance(last.value, ast.Constant):
        return say(
            "The last line, `{line}`, computes something and hands it to nobody. Which "
            "word hands a value on to whoever called the function?",
            line=written(last.value),
        )
    if isinstance(last, ast.Expr):
        return say(
            "The last line, `{line}`, only names a value. Which word hands it on to "
            "whoever called the function?",
            line=written(last.value),
        )
    if isinstance(last, ast.Assign) and len(last.targets) == 1:
        if _kept_by_self(last.targets[0]):
            return say(
                "The last line keeps what it gets in the object, and hands nothing on. Which "
                "word hands a value on to whoever called the function?"
            )
        return say(
            "The last line keeps its result under the name `{name}`, which ends with the "
            "function. Which word hands it on to whoever called the function?",
            name=written(last.targets[0]),
        )
    return None


def _kept_by_self(target):
    """Whether something lands in `self.dX`, alone or with others."""
    parts = getattr(target, "elts", [target])
    return any(isinstance(part, ast.Attribute) and name_of(part.value) == "self" for part in parts)


def _returned_a_change(answer):
    """`return history.append(x)`, or a `return` alone, or a printed value."""
    returns = answer.all(ast.Return)
    if len(returns) != 1:
        return None
    value = returns[0].value
    if value is None:
        return say("There is nothing behind `return`. What should the function give back?")
    if _is_print(value):
        return say("`print` shows a value and gives None back. What should stand behind `return`?")
    if _is_change(value):
        return say(
            "`{method}` changes a thing in its place and gives None back. What should "
            "stand behind `return`?",
            method=value.func.attr,
        )
    return None


def _kept_a_change(answer):
    """`history = history.append(x)`, which is None from then on."""
    for node in answer.all(ast.Assign):
        target = name_of(node.targets[0])
        if target and _is_change(node.value) and target == name_of(node.value.func.value):
            return say(
                "`{method}` changes the list in its place and gives None back, so `{target}` "
                "is None after `{line}`. What should stand on the left?",
                method=node.value.func.attr,
                target=target,
                line=written(node),
            )
    return None


def _sometimes(answer):
    """There is a `return`, and some ways through the function do not reach it."""
    returns = answer.all(ast.Return)
    if returns and not any(isinstance(node, ast.Return) for node in answer.body):
        inside = [
            type(node).__name__.lower()
            for node in answer.body
            if isinstance(node, ast.If | ast.For | ast.While)
            and any(isinstance(part, ast.Return) for part in ast.walk(node))
        ]
        if inside:
            article = "an" if inside[-1] == "if" else "a"
            return say(
                "The `return` stands inside {article} `{word}`, and here the function ended "
                "without coming to it. What should it give back then?",
                article=article,
                word=inside[-1],
            )
    return None


NOTHING = (three_dots, _kept_a_change, _printed, _computed, _returned_a_change, _sometimes)
