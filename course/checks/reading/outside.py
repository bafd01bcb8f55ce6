"""What a function takes from the notebook, and what it leaves of its inputs."""

import ast

import numpy as np

from course.checks.reading.text import loaded, name_of
from course.language import say


def unused_input(tree, named=False):
    """Say which input no line of a function uses; None where all are used.

    Parameters
    ----------
    tree : ast.FunctionDef
    named : bool
        Return the input's name alone, and only where it is the only one.
    """
    needed = [one.arg for one in (*tree.args.posonlyargs, *tree.args.args)]
    needed = [name for name in needed[: len(needed) - len(tree.args.defaults)] if name != "self"]
    used = {name for line in tree.body for name in loaded(line)}
    unused = [name for name in needed if name not in used]
    if named:
        return unused[0] if len(unused) == 1 else None
    if unused:
        return say(
            "No line of your function uses `{name}`. Should the result depend on it?",
            name=unused[0],
        )
    return None


def of_the_notebook(lines, tree, names):
    """Say which numbers a function takes from the notebook, in `lines`; None where it takes none.

    A name in capitals is a setting, which may well stand outside.
    """
    own = {one.arg for one in ast.walk(tree) if isinstance(one, ast.arg)}
    own |= {
        one.id
        for one in ast.walk(tree)
        if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
    }
    for node in ast.walk(lines):
        name = name_of(node)
        if name is None or name in own or name.isupper() or name.startswith("_"):
            continue
        held = names.get(name)
        if isinstance(held, np.ndarray | int | float | list) and not isinstance(held, bool):
            return say(
                "`{name}` belongs to the notebook, and is no input of your function: it "
                "stays the same, whatever comes in. Which input is meant?",
                name=name,
            )
    return None
