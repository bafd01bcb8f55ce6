"""A solution with something put around each of its functions: what goes in or comes out is changed.

The text that does it stands below the solution, in the same cell; a test sees functions of the same
names. What a function of the solution asks of another one of them is left as it is.
"""

import ast

from autograder.engine.protocol import names

_WRAPPER = '''
import copy as _copy
import functools as _functools
import numpy as np

_depth = 0
_notes = {{}}
_replay = False


def _fill(value, make):
    """Return something of the value's structure, with other numbers."""
    if isinstance(value, (tuple, list)):
        return type(value)(_fill(part, make) for part in value)
    if isinstance(value, dict):
        return {{key: _fill(part, make) for key, part in value.items()}}
    if isinstance(value, np.ndarray):
        return np.asarray(make(value.shape)).astype(value.dtype)
    if isinstance(value, (bool, int, float, complex, np.generic)):
        return type(value)(make(()))
    return type(value)() if isinstance(value, str) else None


def _map(value, change):
    """Return the same structure with each array changed."""
    if isinstance(value, (tuple, list)):
        return type(value)(_map(part, change) for part in value)
    if isinstance(value, dict):
        return {{key: _map(part, change) for key, part in value.items()}}
    return change(value) if isinstance(value, np.ndarray) else value


def _frozen(array):
    array = array.copy()
    array.flags.writeable = False
    return array


def _same(one, other):
    if isinstance(one, np.ndarray) or isinstance(other, np.ndarray):
        return np.shape(one) == np.shape(other) and np.array_equal(one, other)
    if isinstance(one, (tuple, list)):
        return type(one) is type(other) and len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, dict):
        same_keys = isinstance(other, dict) and one.keys() == other.keys()
        return same_keys and all(_same(one[key], other[key]) for key in one)
    return one is other or one == other


def _close(one, other):
    if isinstance(one, (tuple, list)) and isinstance(other, (tuple, list)):
        return len(one) == len(other) and all(map(_close, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_close(one[key], other[key]) for key in one)
    try:
        return np.shape(one) == np.shape(other) and np.allclose(one, other)
    except (TypeError, ValueError):
        return False


def _wrap(function, skip=0):
    @_functools.wraps(function)
    def wrapper(*args, **kwargs):
        global _depth
        if _depth:
            return function(*args, **kwargs)
        given = [*args[skip:], *kwargs.values()]
        _first = given[0] if given else None
        def _right(args=args, kwargs=kwargs):
            return function(*args, **kwargs)
        def _with(change):
            changed = [_map(arg, change) for arg in args[skip:]]
            named = {{key: _map(arg, change) for key, arg in kwargs.items()}}
            return function(*args[:skip], *changed, **named)
        def _if_equal(change):
            changed = _map(_copy.deepcopy(args), change), _map(_copy.deepcopy(kwargs), change)
            right = function(*args, **kwargs)
            try:
                other = None if skip else function(*changed[0], **changed[1])
            except (TypeError, AttributeError, ValueError, IndexError):
                other = None
            return other if _close(other, right) else right
        def _noted():
            notes = _notes.setdefault(function.__qualname__, [])
            if _replay:
                found = [value for known, value in notes if _same(known, given)]
                found += [value for known, value in notes]
                return _copy.deepcopy(found[0]) if found else None
            known = _copy.deepcopy(given)
            value = function(*args, **kwargs)
            notes.append((known, _copy.deepcopy(value)))
            return value
        _depth += 1
        try:
            return {change}
        finally:
            _depth -= 1
    return wrapper

'''

REPLAY = "_replay = True"
"""The cell after which `_noted()` answers from memory."""


def wrapped(solution: str, change: str) -> str:
    """Return a solution with its functions' results changed.

    Parameters
    ----------
    solution : str
        An answer cell. Methods are changed like functions, but for those with two underscores.
    change : str
        An expression in the place of each result. It can use ``_right()``, the result of the
        solution; ``_with(change)``, its result for arguments with each array changed;
        ``_if_equal(change)``, the same where that equals the right result, which it is otherwise;
        ``_first``, the first argument; ``_noted()``, the right result, or a remembered one;
        ``_fill(value, make)``; and ``np``.
    """
    tree = names.parse(solution)
    lines = []
    for node in tree.body if tree else []:
        if isinstance(node, ast.FunctionDef):
            lines.append(f"{node.name} = _wrap({node.name})")
        elif isinstance(node, ast.ClassDef):
            for method in node.body:
                if isinstance(method, ast.FunctionDef) and _is_plain(method):
                    place = f"{node.name}.{method.name}"
                    lines.append(f"{place} = _wrap({place}, 1)")
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            for name in sorted(names.stored(node)):
                lines.append(f"{name} = _wrap(lambda _value={name}: _value)()")
    return f"{solution}\n{_WRAPPER.format(change=change)}" + "\n".join(lines)


def _is_plain(method: ast.FunctionDef) -> bool:
    """Whether a method is an ordinary one: no special name, and nothing put around it already."""
    return not method.decorator_list and not method.name.startswith("__")
