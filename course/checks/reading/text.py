"""A function's own lines, as a tree."""

import ast
import inspect
import textwrap
from dataclasses import dataclass

import numpy as np


@dataclass
class Text:
    """The text of one function.

    Attributes
    ----------
    tree : ast.FunctionDef
    inputs : list of str
        The names of its inputs, without `self`.
    names : dict
        What names mean around it.
    """

    tree: ast.FunctionDef
    inputs: list
    names: dict

    def all(self, kind, within=None):
        """Return the nodes of a kind, in the order of the lines."""
        found = [node for node in ast.walk(within or self.tree) if isinstance(node, kind)]
        return sorted(found, key=lambda node: (node.lineno, node.col_offset))

    @property
    def body(self):
        """The function's statements, without its documentation."""
        documented = ast.get_docstring(self.tree) is not None
        return self.tree.body[1:] if documented else self.tree.body


def read(function):
    """Return a function's text; None where there is none to be read, or it is no plain function."""
    function = getattr(function, "__func__", function)
    try:
        source = textwrap.dedent(inspect.getsource(function))
        tree = ast.parse(source).body[0]
    except (OSError, TypeError, SyntaxError, ValueError, IndexError, RecursionError):
        return None
    if not isinstance(tree, ast.FunctionDef):
        return None
    return text_of(tree, getattr(function, "__globals__", {}))


def text_of(tree, names):
    """Return the text of a function that was read already."""
    inputs = [one.arg for one in (*tree.args.posonlyargs, *tree.args.args, *tree.args.kwonlyargs)]
    return Text(tree, [name for name in inputs if name != "self"], names)


def name_of(node):
    """Return the name that a node is, or None."""
    return node.id if isinstance(node, ast.Name) else None


def loaded(node):
    """Return the names that are read somewhere in a node."""
    return {
        part.id
        for part in ast.walk(node)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)
    }


def written(node):
    """Write a piece of the learner's text, in one line and not too long."""
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 60 else text[:57] + "..."


def numpy_function(call, answer):
    """Return the name of the NumPy function that is called, or None."""
    if isinstance(call.func, ast.Attribute):
        package = name_of(call.func.value)
        if package == "np" or answer.names.get(package) is np:
            return call.func.attr
    return None
