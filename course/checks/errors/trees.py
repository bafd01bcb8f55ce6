"""Small questions to a syntax tree of Python."""

import ast


def all_of(tree, kind):
    """Return all nodes of a kind below a tree; none, where there is no tree."""
    return [node for node in ast.walk(tree) if isinstance(node, kind)] if tree else []


def name_of(node):
    """Return the name that a node is, or None."""
    return node.id if isinstance(node, ast.Name) else None
