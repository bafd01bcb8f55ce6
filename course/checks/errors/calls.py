"""What is wrong with a call: a setting's name or value, or what stands in front of the brackets."""

import ast
import difflib
import inspect
import re

import numpy as np

from course.checks.errors.trees import all_of, name_of
from course.language import say

MOST_SETTINGS = 6
"""How many arguments of a function a message lists."""

BUILT_IN = type([].append)


def setting_of_another_name(error, names, tree):
    """`np.sum(X, keepdim=True)`: the function takes it under another name."""
    found = re.search(r"unexpected keyword argument '(\w+)'|'(\w+)' is an invalid k", str(error))
    setting = found and (found[1] or found[2])
    for call in all_of(tree, ast.Call):
        if setting is None or setting not in [one.arg for one in call.keywords]:
            continue
        alone = not call.args and len(call.keywords) == 1
        if setting in names and alone and name_of(call.keywords[0].value) != setting:
            return say(
                "`{setting}=...` in the brackets of a call names a setting, and `{setting}` is a "
                "value here. Which sign compares two things?",
                setting=setting,
            )
        known, function = _settings(call.func, names), ast.unparse(call.func)
        close = difflib.get_close_matches(_plain(setting), map(_plain, known), n=1, cutoff=0.75)
        if close:
            meant = next(one for one in known if _plain(one) == close[0])
            return say(
                "`{function}` knows no setting `{setting}`, but `{meant}`. Which letters or signs "
                "differ?",
                function=function,
                setting=setting,
                meant=meant,
            )
        if 0 < len(known) <= MOST_SETTINGS:
            listed = ", ".join(f"`{one}`" for one in known)
            return say(
                "`{function}` knows no setting `{setting}`: its arguments are called {listed}. "
                "Which of them is meant?",
                function=function,
                setting=setting,
                listed=listed,
            )
    return None


def _plain(setting):
    return setting.lower().replace("_", "")


def _settings(node, names):
    """Return the names of the arguments that a function takes; none where it does not tell."""
    function = _held(node, names)
    if isinstance(function, BUILT_IN) and isinstance(_held(node.value, names), np.ndarray):
        function = getattr(np, node.attr, None)  # an array's method does not tell, but its twin
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return []
    return [one.name for one in parameters if one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)]


def _held(node, names):
    """Return what a name holds, or what is kept under a chain of them, such as `np.linalg.norm`."""
    if isinstance(node, ast.Attribute):
        return getattr(_held(node.value, names), node.attr, None)
    return names.get(name_of(node))


def word_in_quotes(error, names, tree):
    """`keepdims="True"` and `axis="1"`: a text where a word of Python's, or a number, is meant."""
    if not isinstance(error, TypeError | ValueError):
        return None
    for setting in all_of(tree, ast.keyword):
        text = getattr(setting.value, "value", None)
        if not isinstance(text, str):
            continue
        if text.capitalize() in ("True", "False", "None"):
            return say(
                "`{setting}` hands over a text. `{capitalize}` is a word of Python's own. What "
                "stands around it that should not?",
                setting=ast.unparse(setting),
                capitalize=text.capitalize(),
            )
        if re.fullmatch(r"-?\d+", text):
            return say(
                "`{setting}` hands over a text, and a number is meant. What stands around it that "
                "should not?",
                setting=ast.unparse(setting),
            )
    return None


def called_value(error, names, tree):
    """`X.size()`, `X.shape(0)`, `weights("node_0")`: round brackets where there is no function."""
    if "not callable" not in str(error):
        return None
    for call in all_of(tree, ast.Call):
        held, written = _held(call.func, names), ast.unparse(call.func)
        if isinstance(held, dict):
            return say(
                "`{written}` is a dictionary, and round brackets call a function. Which brackets "
                "fetch what is kept under a key?",
                written=written,
            )
        owner = _held(getattr(call.func, "value", None), names)
        if not isinstance(owner, np.ndarray) or held is None or callable(held):
            continue
        fact = say(
            "`{written}` is something that an array keeps, and no function.", written=written
        )
        if call.args:
            return say("{fact} Which brackets pick a part of it?", fact=fact)
        return say("{fact} Which brackets are too many?", fact=fact)
    return None


def kind_of_number(error, names, tree):
    """`np.loadtxt(path, ",")`: what comes second is taken for a kind of number."""
    for call in all_of(tree, ast.Call):
        second = getattr(call.args[1], "value", None) if len(call.args) > 1 else None
        if getattr(call.func, "attr", None) in ("loadtxt", "genfromtxt") and isinstance(
            second, str
        ):
            return say(
                "`{func}` takes what comes second in its brackets for the kind of number, and got "
                "the text {second!r}. Which setting says what stands between the numbers of the "
                "file?",
                func=ast.unparse(call.func),
                second=second,
            )
    return None


def left_out(error, names, tree):
    """`np.clip(y_hat, 0.1)`: something that NumPy knows by a name of its own is not there."""
    if not re.search(r"missing \d+ required positional argument", str(error)):
        return None
    for call in all_of(tree, ast.Call):
        function = _held(call.func, names)
        module = getattr(function, "__module__", None) or ""  # of a list's method it is None
        if module.startswith("numpy") and f"{function.__name__}()" in str(error):
            return say(
                "`{func}` needs more in its brackets than this call hands over. What goes in, and "
                "in which order?",
                func=ast.unparse(call.func),
            )
    return None


def vector_first(error, names, tree):
    """`np.linalg.lstsq(y, X)`: the vector stands where the table belongs."""
    if "1-dimensional array given" not in str(error):
        return None
    for call in all_of(tree, ast.Call):
        axes = [np.ndim(names.get(name_of(one))) for one in call.args[:2]]
        if axes == [1, 2]:
            first, second = map(ast.unparse, call.args[:2])
            return say(
                "`{func}` takes the table first. Here `{first}` comes first, a vector, and then "
                "`{second}`, a table. In which order should they stand?",
                func=ast.unparse(call.func),
                first=first,
                second=second,
            )
    return None


def not_called(error, names, tree):
    """`y_hat = self.predict` and then `loss(y, y_hat)`: the function itself goes on."""
    found = re.search(r"'(\w+\.)?(function|method|\w*FunctionDispatcher)'", str(error))
    if not found or "not subscriptable" in str(error):  # square brackets for round ones
        return None
    called = [name_of(call.func) for call in all_of(tree, ast.Call)]
    for node in all_of(tree, ast.Name):
        held = names.get(node.id)
        handed_on = node.id not in called and isinstance(node.ctx, ast.Load)
        if handed_on and callable(held) and hasattr(held, "__name__") and not inspect.isclass(held):
            return say(
                "`{id}` is the function `{name}` here, and not what it gives. Which brackets make "
                "it run, and in which line?",
                id=node.id,
                name=held.__name__,
            )
    return None


LOOKS = (
    vector_first,
    kind_of_number,
    left_out,
    setting_of_another_name,
    word_in_quotes,
    called_value,
    not_called,
)
