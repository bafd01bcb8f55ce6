"""A line that stopped at an object or a class: whose method was meant, and what goes into it."""

import ast
import inspect
import re

from course.checks.errors import nearly
from course.checks.errors.trees import all_of, name_of
from course.checks.errors.unknown import at_hand
from course.language import say


def object_called(error, names, tree):
    """An object in front of round brackets, where one of its methods belongs."""
    if "not callable" not in str(error):
        return None
    objects = dict(at_hand(names))
    for call in all_of(tree, ast.Call):
        owner = ast.unparse(call.func)
        if owner in objects and not callable(objects[owner]):
            return say(
                "`{owner}` is an object, and no function. It has methods that are called with a "
                "dot behind it. Which of them is meant?",
                owner=owner,
            )
    return None


def of_another_object(error, names, tree):
    """`self.units`, where another object has it; `layer.predict()`, which layers do not know."""
    held, name = getattr(error, "obj", None), error.name
    for node in all_of(tree, ast.Attribute):
        if node.attr != name:
            continue
        if isinstance(held, super):
            return say(
                "`super()` asks the class in the brackets of your `class` line, and that one has "
                "no `{name}`: it is yours to write. Which steps does the text give for it?",
                name=name,
            )
        owner = ast.unparse(node.value)
        if inspect.isclass(held):
            return say(
                "`{owner}` is the class itself, and `{name}` is kept by an object of it. Which "
                "name holds the object here?",
                owner=owner,
                name=name,
            )
        if isinstance(held, list | tuple) and held and all(hasattr(one, name) for one in held):
            return say(
                "`{owner}` holds several things, and each of them has a `{name}` of its own. Which "
                "of them is meant here?",
                owner=owner,
                name=name,
            )
        if any(name_of(call.func.value) == owner for call in _calls(tree, name)):
            return _its_methods(owner, held, name)
        for other, thing in at_hand(names):
            if other != owner and "." not in other and hasattr(thing, name):
                return say(
                    "`{owner}` has no `{name}`, but `{other}` has. Whose is the one that you need?",
                    owner=owner,
                    name=name,
                    other=other,
                )
        if held is not None and (said := nearly.attribute(owner, held, name)):
            return said
    return None


def _its_methods(owner, held, name):
    if not type(held).__module__.startswith("course."):
        return None
    kind = type(held)
    methods = [
        f"`{one}`" for one in dir(kind) if one[0] != "_" and inspect.isfunction(getattr(kind, one))
    ]
    if not 0 < len(methods) <= 8:
        return None
    return say(
        "`{owner}` is a {kind} and has no method `{name}`. Its methods are {methods}. Which of "
        "them is meant?",
        owner=owner,
        kind=kind.__name__,
        name=name,
        methods=", ".join(methods),
    )


def _calls(tree, name):
    """Return the calls of a method of this name."""
    return [node for node in all_of(tree, ast.Call) if getattr(node.func, "attr", None) == name]


def class_called(error, names, tree):
    """`Dense.build(...)`, where an object of the class was meant."""
    if not re.search(r"\w+\.\w+\(\) missing \d+ required positional", str(error)):
        return None
    for call in all_of(tree, ast.Call):
        owner = getattr(call.func, "value", None)
        held = names.get(name_of(owner))
        if isinstance(owner, ast.Attribute) and inspect.ismodule(names.get(name_of(owner.value))):
            held = getattr(names[owner.value.id], owner.attr, None)
        if inspect.isclass(held) and f".{call.func.attr}()" in str(error):
            return say(
                "`{owner}` is the class itself, and no object of it. Which name holds the object "
                "whose `{attr}` should run?",
                owner=ast.unparse(owner),
                attr=call.func.attr,
            )
    return None


def order_of_inputs(error, names, tree):
    """`backward_layer(dZ, W, X)`: an array stands where the function expects another by name."""
    if isinstance(error, AttributeError):  # of a line inside the function that was called
        if any(node.attr == error.name for node in all_of(tree, ast.Attribute)):
            return None
    elif not isinstance(error, ValueError) or not re.search(
        r"matmul|broadcast|aligned", str(error)
    ):
        return None
    for call in all_of(tree, ast.Call):
        module = names.get(name_of(getattr(call.func, "value", None)))
        function = getattr(module, call.func.attr, None) if inspect.ismodule(module) else None
        if not inspect.isfunction(function) or not function.__module__.startswith("course."):
            continue
        expected = list(inspect.signature(function).parameters)
        for place, given in enumerate(call.args):
            name = ast.unparse(given).rpartition(".")[2]
            if name in expected and expected.index(name) != place:
                return say(
                    "`{given}` is argument number {place} of `{func}` here. In which order does it "
                    "take its arguments?",
                    given=ast.unparse(given),
                    place=place + 1,
                    func=ast.unparse(call.func),
                )
    return None


def one_number_from_evaluate(error, names, tree):
    """`loss, accuracy = model.evaluate(...)`, and no accuracy was asked for."""
    numbers = r"cannot unpack non-iterable (float|numpy\.float\d+) object"
    if re.search(numbers, str(error)) and _calls(tree, "evaluate"):
        return say(
            "`evaluate` gave one number, the loss alone. What must be asked for when compiling, so "
            "that the accuracy comes with it?"
        )
    return None


LOOKS = (object_called, class_called, order_of_inputs, one_number_from_evaluate)
