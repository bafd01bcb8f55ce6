"""A line that stopped, where something near to it was meant: the row itself, another product."""

import ast
import difflib
import linecache
import re

import numpy as np

WORDS = ("return", "for", "import", "print", "def", "while")
"""Words of Python that beginners misspell."""


def row_as_place(error, place):
    """`for x in X: X[x]`: what the loop hands out is taken for a place."""
    if not isinstance(error, IndexError):
        return None
    for loop in _loops_around(place):
        array = place.names.get(_name(loop.iter))
        if not isinstance(array, np.ndarray) or array.ndim == 0:
            continue
        parts = "rows" if array.ndim > 1 else "numbers"
        for node in ast.walk(loop):
            if isinstance(node, ast.Subscript) and _name(node.slice) == _name(loop.target):
                return (
                    f"The loop hands out the {parts} of `{_name(loop.iter)}` themselves, and "
                    f"`{ast.unparse(node)}` takes them for places. What does "
                    f"`{_name(loop.target)}` already hold?"
                )
    return None


def _loops_around(place):
    """Return the loops `for name in name` around the line of a place."""
    try:
        tree = ast.parse("".join(linecache.getlines(place.file)))
    except (SyntaxError, ValueError):
        return []
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.For)
        and node.lineno <= place.number <= node.end_lineno
        and _name(node.target)
        and _name(node.iter)
    ]


def star_for_product(error, names, tree):
    """`X * W`, where the shapes are those of `X @ W`."""
    shapes = re.search(
        r"broadcast together with shapes \((\d+),(\d+)\) \((\d+),(\d+)\)", str(error)
    )
    stars = [node for node in ast.walk(tree) if isinstance(node, ast.Mult)]
    if not shapes or shapes[2] != shapes[3] or not stars:
        return None
    return (
        f"`*` pairs up two arrays number by number, and tables of the shapes ({shapes[1]}, "
        f"{shapes[2]}) and ({shapes[3]}, {shapes[4]}) make no pairs. Which sign multiplies rows "
        "with columns?"
    )


def misspelled_word(error):
    """`returns "b"`: the line begins with a word that is nearly one of Python's."""
    first = re.match(r"\s*([A-Za-z]+)\s+\S", error.text or "")
    if error.msg != "invalid syntax" or not first or first[1] in WORDS:
        return None
    close = difflib.get_close_matches(first[1].lower(), WORDS, n=1, cutoff=0.8)
    if not close:
        return None
    return f"`{first[1]}` is no word of Python, but `{close[0]}` is. Which letters differ?"


def _name(node):
    return node.id if isinstance(node, ast.Name) else None
