"""A name that is nearly another one: of the function's own names, of Python, of an object."""

import ast
import builtins
import difflib
import inspect
import re

from course.checks.errors.trees import all_of, name_of
from course.language import say

CLOSE = 0.85
"""How much two names have in common where one may be meant for the other (`error`, `errors`)."""

WORDS = ("len", "range", "sum", "zip", "max", "min", "abs", "round", "print", "reversed")
"""Functions of Python that answers call."""

PACKAGES = ("math", "pd", "pandas", "random", "scipy", "sklearn", "plt", "tf", "torch", "numpy")
"""Packages, by the names that other texts give them."""


def own_name(name, function):
    """`beta1` for `beta_1`, `Errors` for `errors`: a name of the function itself is meant.

    Parameters
    ----------
    name : str
    function : ast.FunctionDef or None
    """
    own = {one.arg for one in all_of(function, ast.arg)}
    own |= {one.id for one in all_of(function, ast.Name) if isinstance(one.ctx, ast.Store)}
    close = nearest(name, own - {name})
    if close is None:
        return None
    return say(
        "Python knows nothing called `{name}` here, but your function knows `{close}`. Which "
        "letters or signs differ?",
        name=name,
        close=close,
    )


def nearest(name, others):
    """Return the one of `others` that a name is nearly; None where a number makes the difference.

    `node_1` is no misspelled `node_0`: whoever counts differently means something else.
    """
    for other in sorted(others):
        if _plain(other) == _plain(name):
            return other
    digits = re.compile(r"\d+")
    likely = [
        other
        for other in others
        if digits.findall(other) == digits.findall(name) and abs(len(other) - len(name)) <= 2
    ]
    return next(iter(difflib.get_close_matches(name, likely, n=1, cutoff=CLOSE)), None)


def _plain(name):
    return name.lower().replace("_", "")


def compared_for_given(tree):
    """`total == 0` as a line of its own: the name was to get a value."""
    compared = getattr(tree, "value", None) if isinstance(tree, ast.Expr) else None
    if not isinstance(compared, ast.Compare) or not name_of(compared.left):
        return None
    if not isinstance(compared.ops[0], ast.Eq):
        return None
    return say(
        "`{tree}` asks whether two things are equal, and gives `{id}` no value. Which sign does "
        "that?",
        tree=ast.unparse(tree),
        id=compared.left.id,
    )


def minus_in_name(name, names, tree):
    """`y-hat`, where `y_hat` is meant."""
    for node in all_of(tree, ast.BinOp):
        before = node.left.right if isinstance(node.left, ast.BinOp) else node.left
        parts = [name_of(before), name_of(node.right)]
        if isinstance(node.op, ast.Sub) and name in parts and "_".join(map(str, parts)) in names:
            return say(
                "Python reads `{written}` as `{first}` minus `{second}`. Which sign stands in the "
                "name `{name}`?",
                written="-".join(parts),
                first=parts[0],
                second=parts[1],
                name="_".join(parts),
            )
    return None


def called_nearly(name, tree, names):
    """`lenght(X)`: a function of Python's, or one that the notebook knows, is meant."""
    if all(name_of(call.func) != name for call in all_of(tree, ast.Call)):
        return None
    known = [key for key, held in names.items() if inspect.isfunction(held) and key[0] != "_"]
    close = nearest(name, known) or next(iter(difflib.get_close_matches(name, WORDS, 1, 0.8)), None)
    if name.startswith("len") and close is None:
        close = "len"
    if close is None or hasattr(builtins, name):
        return None
    return say(
        "Python knows no function `{name}`, but `{close}`. Which letters differ?",
        name=name,
        close=close,
    )


def package_of_others(name, tree):
    """`math.exp(z)` and `pd.read_csv(path)`, where the notebook imports no such package."""
    asked = [node.attr for node in all_of(tree, ast.Attribute) if name_of(node.value) == name]
    if name not in PACKAGES or not asked:
        return None
    return say(
        "`{name}` is a package that this notebook does not import. Which function does the text "
        "use where you write `{name}.{asked}`?",
        name=name,
        asked=asked[0],
    )


def in_a_package(name, tree, names):
    """`Dense(16)`, where `keras.layers.Dense` is meant."""
    if all(name_of(call.func) != name for call in all_of(tree, ast.Call)):
        return None
    used = {name_of(node) for node in all_of(tree, ast.Name)}
    for owner, held in sorted(names.items(), key=lambda item: item[0] not in used):
        if not inspect.ismodule(held) or not held.__name__.startswith("course."):
            continue
        if part := part_with(held, name):
            return say(
                "Nothing is called `{name}` alone, and `{owner}.{part}` has something of this "
                "name. What stands in front of it?",
                name=name,
                owner=owner,
                part=part,
            )
    return None


def part_of_a_package(name, names):
    """`layers.Dense(16)`, where `keras.layers` is meant."""
    for owner, held in names.items():
        public = getattr(held, "__all__", ()) if inspect.ismodule(held) else ()
        if name in public and inspect.ismodule(getattr(held, name)):
            return say(
                "`{name}` is a part of `{owner}`. What stands in front of it?",
                name=name,
                owner=owner,
            )
    return None


def part_with(package, name):
    """Return the part of a package that holds a class of this name, or None."""
    public = getattr(package, "__all__", ())
    for part, inside in sorted(vars(package).items(), key=lambda item: item[0] not in public):
        if inspect.ismodule(inside) and inspect.isclass(getattr(inside, name, None)):
            return part
    return None


def function_of_python(name, asked):
    """`layers.reversed()` and `y.len()`, where the thing stands in the function's brackets."""
    if name not in WORDS or not asked:
        return None
    return say(
        "`{name}` is a function of Python, and no method of `{value}`. How is it called?",
        name=name,
        value=ast.unparse(asked[0].value),
    )


def attribute(owner, held, name):
    """`self.w`, where `self.W` is kept."""
    close = nearest(name, [one for one in dir(held) if one[0] != "_"])
    if close is None:
        return None
    return say(
        "`{owner}` has no `{name}`, but `{close}`. Which letters or signs differ?",
        owner=owner,
        name=name,
        close=close,
    )
