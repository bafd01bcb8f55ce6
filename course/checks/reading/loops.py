"""What goes wrong in loops: they end too early, forget, or give a name away."""

import ast

from course.checks.reading.text import loaded, name_of, written
from course.language import say


def _return_in_loop(answer, value):
    """A `return` that the first round reaches in any case."""
    for loop in answer.all(ast.For | ast.While):
        if any(isinstance(line, ast.Return) for line in loop.body):
            return say(
                "The `return` stands inside the loop, so the function ends in the first "
                "round. How far to the right should its line begin?"
            )
    return None


def _forgets(answer, value):
    """`total = ...` in a loop, where what `total` held before is never used."""
    started = _started(answer)
    for loop in answer.all(ast.For):
        read_in_loop = set().union(*(loaded(line) for line in loop.body))
        for line in loop.body:
            name = name_of(line.targets[0]) if isinstance(line, ast.Assign) else None
            begun = name in started and started[name] < loop.lineno
            if begun and name not in read_in_loop and name in _loaded_after(answer, loop):
                return say(
                    "In the loop, `{line}` gives `{name}` a new value in each round, so in the "
                    "end it holds only that of the last round. What should happen to what it "
                    "held before?",
                    line=written(line),
                    name=name,
                )
    return None


def _begins_anew(answer, value):
    """A list, or a sum, that is set to its beginning inside the loop which should fill it."""
    for loop in answer.all(ast.For):
        for place, line in enumerate(loop.body):
            name = name_of(line.targets[0]) if isinstance(line, ast.Assign) else None
            if name is None or not _is_beginning(line.value):
                continue
            later = loop.body[place + 1 :]
            if name in _loaded_after(answer, loop) and _only_grows(name, later):
                return say(
                    "`{line}` stands inside the loop, so each round begins anew and only the "
                    "last one is left. Where should the line stand?",
                    line=written(line),
                )
    return None


def _only_grows(name, lines):
    """Whether lines add to a name and use it for nothing else."""
    grows = 0
    for line in lines:
        if isinstance(line, ast.AugAssign) and name_of(line.target) == name:
            grows += 1
        elif isinstance(line, ast.Expr) and isinstance(line.value, ast.Call):
            call = line.value.func
            if isinstance(call, ast.Attribute) and name_of(call.value) == name:
                grows += 1
        elif isinstance(line, ast.Assign) and name_of(line.targets[0]) == name:
            grows += name in loaded(line.value)
        elif name in loaded(line):
            return False
    return grows > 0


def _hides_an_input(answer, value):
    """`for X, Y in mini_batches(X, Y)`, `for x in w`: from then on, X is the last batch."""
    for loop in answer.all(ast.For):
        given = {node.id for node in ast.walk(loop.target) if isinstance(node, ast.Name)}
        for name in answer.inputs:
            if name in given:
                return say(
                    "The loop `for {part} in ...` gives `{name}` a new meaning, so from its "
                    "first round on, what the function was given is lost. Which other name could "
                    "a part have?",
                    part=written(loop.target),
                    name=name,
                )
    return None


def _one_after_the_other(answer, value):
    """`for a, b in X, Y`: first X is taken apart, then Y."""
    for loop in answer.all(ast.For):
        if several := lists_in_a_row(loop):
            return several
    return None


def lists_in_a_row(loop):
    """Say of a loop over `X, Y` that the lists are gone through one after the other."""
    names, lists = getattr(loop.target, "elts", ()), getattr(loop.iter, "elts", ())
    written_out = any(isinstance(one, ast.Tuple | ast.List | ast.Constant) for one in lists)
    if isinstance(loop.iter, ast.Tuple) and len(names) == len(lists) > 1 and not written_out:
        return say(
            "A loop `in {lists}` goes through them one after the other. Which function "
            "goes through several things side by side?",
            lists=", ".join(map(written, lists)),
        )
    return None


def given_anew(answer, value=None):
    """`for row in X: row = row - mean`: a name gets a new value, and nobody uses it."""
    for loop in answer.all(ast.For):
        handed = {node.id for node in ast.walk(loop.target) if isinstance(node, ast.Name)}
        for line in answer.all(ast.Assign, loop):
            name = name_of(line.targets[0])
            later = [
                node
                for node in answer.all(ast.Name)
                if node.id == name and isinstance(node.ctx, ast.Load) and node.lineno > line.lineno
            ]
            if name in handed and not later:
                return say(
                    "`{line}` gives the name `{name}` a new value for this round, and nothing "
                    "else changes. Into which place should the value go?",
                    line=written(line),
                    name=name,
                )
    return None


def _same_each_round(answer, value):
    """`w_new = update(w, ...)`: each round computes the same again."""
    for loop in answer.all(ast.For):
        if any(isinstance(part, ast.If | ast.For | ast.While) for part in loop.body):
            continue
        changing = _changing(loop)
        for line in loop.body:
            name = name_of(line.targets[0]) if isinstance(line, ast.Assign) else None
            if name is None or name not in _loaded_after(answer, loop):
                continue
            if loaded(line.value) & changing or not loaded(line.value):
                continue
            return say(
                "Each round computes `{line}` from the same values, so each round makes the "
                "same. Which name should change from round to round?",
                line=written(line),
            )
    return None


def _changing(loop):
    """Return the names whose things may be others, or hold other things, in the next round."""
    names = {"rng", "self"}
    for part in ast.walk(loop):
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            names.add(part.id)
        if isinstance(part, ast.Subscript) and isinstance(part.ctx, ast.Store):
            names.add(name_of(part.value))
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute):
            names.add(name_of(part.func.value))
    return names - {"np", "toolbox"}


def _started(answer):
    """Return the names that get a beginning, 0 or an empty list, and in which line."""
    return {
        name_of(line.targets[0]): line.lineno
        for line in answer.all(ast.Assign)
        if name_of(line.targets[0]) and _is_beginning(line.value)
    }


def _is_beginning(node):
    if isinstance(node, ast.Constant):
        return node.value in (0, 1) and not isinstance(node.value, bool)
    return isinstance(node, ast.List) and not node.elts


def _loaded_after(answer, loop):
    """Return the names that are read in lines below a loop."""
    return {
        node.id
        for node in answer.all(ast.Name)
        if isinstance(node.ctx, ast.Load) and node.lineno > loop.end_lineno
    }


def _ends_early(answer, value):
    """`range(len(x) - 1)`, where no line looks at the place behind."""
    for loop in answer.all(ast.For):
        call, place = loop.iter, name_of(loop.target)
        if not isinstance(call, ast.Call) or name_of(call.func) != "range" or not call.args:
            continue
        end = call.args[min(len(call.args), 2) - 1]
        counted = isinstance(end, ast.BinOp) and isinstance(end.op, ast.Sub) and loaded(end.left)
        looks_on = any(place in loaded(node) for line in loop.body for node in _sums(line))
        if counted and "len" in counted and len(call.args) < 3 and not looks_on:
            return say(
                "`{call}` stops before `{end}`, as every `range` stops before its end. "
                "Is the last place among those that it counts?",
                call=written(call),
                end=written(end),
            )
    return None


def _sums(line):
    """Return the places of a line that are computed, such as `i + 1`."""
    places = [node.slice for node in ast.walk(line) if isinstance(node, ast.Subscript)]
    return [node for place in places for node in ast.walk(place) if isinstance(node, ast.BinOp)]


LOOPS = (
    _return_in_loop,
    _one_after_the_other,
    _begins_anew,
    _forgets,
    _ends_early,
    _hides_an_input,
    _same_each_round,
)
