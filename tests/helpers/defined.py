"""A learner's function, defined as a cell of a notebook defines it: its lines can be read."""

import itertools
import linecache

import numpy as np

from course import toolbox

_numbers = itertools.count()

CELLS = {"totals": 3.0, "other": 4.0}
"""What other cells of the notebook have left behind."""


def define(text, **more):
    """Define `f` as a notebook's cell does, with its lines at hand."""
    file = f"<cell {next(_numbers)}>"
    linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
    names = {"np": np, "toolbox": toolbox, "__name__": "__main__", **CELLS, **more}
    exec(compile(text, file, "exec"), names)
    return names["f"]
