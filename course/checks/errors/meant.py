"""A line that stopped, where something near to it was meant: the row itself, another product."""

import ast
import difflib
import linecache
import re

import numpy as np

from course.language import say

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
        parts = say("rows") if array.ndim > 1 else say("numbers")
        for node in ast.walk(loop):
            if isinstance(node, ast.Subscript) and _name(node.slice) == _name(loop.target):
                return say(
                    "The loop hands out the {parts} of `{things}` themselves, and `{node}` takes "
                    "them for places. What does `{target}` already hold?",
                    parts=parts,
                    things=_name(loop.iter),
                    node=ast.unparse(node),
                    target=_name(loop.target),
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
    stars = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Mult)
        # What a method returned may come from another array than was meant: nothing is certain.
        and not any(_is_of_object(side) for side in (node.left, node.right))
    ]
    if not shapes or shapes[2] != shapes[3] or not stars:
        return None
    return say(
        "`*` pairs up two arrays number by number, and tables of the shapes {left} "
        "and {right} make no pairs. Which sign multiplies rows with columns?",
        left=f"({shapes[1]}, {shapes[2]})",
        right=f"({shapes[3]}, {shapes[4]})",
    )


def _is_of_object(node):
    return ast.unparse(node).startswith("self.") and isinstance(node, ast.Call)


def misspelled_word(error):
    """`returns "b"`: the line begins with a word that is nearly one of Python's."""
    first = re.match(r"\s*([A-Za-z]+)\s+\S", error.text or "")
    if error.msg != "invalid syntax" or not first or first[1] in WORDS:
        return None
    close = difflib.get_close_matches(first[1].lower(), WORDS, n=1, cutoff=0.8)
    if not close:
        return None
    return say(
        "`{first}` is no word of Python, but `{close}` is. Which letters differ?",
        first=first[1],
        close=close[0],
    )


def _name(node):
    return node.id if isinstance(node, ast.Name) else None
