"""What the learner's process keeps for the checker: functions, classes and objects by number."""

import contextlib
import dataclasses
import inspect
import types
from typing import Any

import numpy as np

from autograder.engine.learner.likeness import COPIES, CROSS_WHOLE, base_of
from autograder.engine.protocol.kinds import NotPlain
from autograder.engine.protocol.plain import Encoder

SERVED = (
    "__call__", "__len__", "__getitem__", "__setitem__", "__delitem__", "__iter__", "__next__",
    "__bool__", "__float__", "__int__", "__index__", "__complex__", "__round__", "__neg__",
    "__pos__", "__abs__", "__invert__", "__add__", "__sub__", "__mul__", "__matmul__",
    "__truediv__", "__floordiv__", "__mod__", "__pow__", "__eq__", "__ne__", "__lt__", "__le__",
    "__gt__", "__ge__", "__hash__", "__enter__", "__exit__", "__contains__", "__radd__", "__rsub__",
    "__rmul__", "__rmatmul__", "__rtruediv__", "__rfloordiv__", "__rmod__", "__rpow__",
    "__iadd__", "__isub__", "__imul__", "__itruediv__", "__ifloordiv__", "__imod__", "__ipow__",
    "__imatmul__", "__iand__", "__ior__", "__ixor__", "__and__", "__or__", "__xor__", "__lshift__",
    "__rshift__", "__divmod__", "__rand__", "__ror__", "__rxor__", "__rlshift__", "__rrshift__",
    "__rdivmod__", "__floor__", "__ceil__", "__trunc__", "__format__", "__reversed__",
)  # fmt: skip
"""Special methods that a stand-in passes on, where the object's class has them."""

PLAIN_FUNCTIONS = (types.FunctionType, types.BuiltinFunctionType, types.MethodType)


class Objects:
    """Numbers for everything that is not plain data."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self.described: set[int] = set()
        self.always = False
        self._numbers: dict[int, int] = {}

    def number(self, value: Any) -> tuple[int, bool]:
        """Return an object's number, and whether it has to be described to the checker."""
        if id(value) not in self._numbers:
            self._numbers[id(value)] = len(self.values)
            self.values.append(value)
        number = self._numbers[id(value)]
        if self.always:
            return number, True
        new = number not in self.described
        self.described.add(number)
        return number, new

    def encode(self, value: Any, encoder: Encoder) -> list:
        """Describe an object to the checker."""
        if isinstance(value, types.MethodType):
            # A bound method is made anew each time it is asked for.
            return ["function", self.number(value)[0], _description(value, encoder)]
        number, new = self.number(value)
        if isinstance(value, type):
            return ["class", number, self._class(value, encoder) if new else None]
        if isinstance(value, PLAIN_FUNCTIONS):
            return ["function", number, _description(value, encoder) if new else None]
        if isinstance(value, types.ModuleType):
            name = str(getattr(value, "__name__", ""))
            return ["module", name, self._described(number, new, value, encoder)]
        return self._described(number, new, value, encoder)

    def _described(self, number: int, new: bool, value: Any, encoder: Encoder) -> list:
        told = ["object", number, self.encode(type(value), encoder) if new else None]
        base = base_of(type(value))
        if base in CROSS_WHOLE and (new or base is np.ndarray):
            told.append(encoder.content(COPIES[base](value)))
        return told

    def _class(self, kind: type, encoder: Encoder) -> dict:
        own = kind.__module__ == "__main__"
        return {
            "name": str(kind.__name__),
            "qualname": str(kind.__qualname__),
            "module": str(kind.__module__),
            "doc": kind.__doc__ if type(kind.__doc__) is str else None,
            "signature": _signature(kind, encoder) if own else None,
            "annotations": _annotations(kind, encoder) if own else [],
            "fields": _fields(kind, encoder) if own else None,
            "special": [name for name in SERVED if _defines(kind, name)],
            "bases": [self.encode(base, encoder) for base in kind.__bases__ if base is not object]
            if own
            else [],
            "like": base.__name__ if (base := base_of(kind)) else None,
            # Which classes of modules it derives from: the checker has the same modules.
            "named": [[str(base.__module__), str(base.__qualname__)] for base in kind.__mro__],
        }


def _defines(kind: type, name: str) -> bool:
    # Not by getattr, which finds the metaclass's own methods as well.
    found = next((vars(base)[name] for base in kind.__mro__ if name in vars(base)), None)
    return found is not None and found is not vars(object).get(name)


def _description(function: Any, encoder: Encoder) -> dict:
    return {
        "name": str(getattr(function, "__name__", "function")),
        "qualname": str(getattr(function, "__qualname__", "function")),
        "module": str(getattr(function, "__module__", None)),
        "doc": function.__doc__ if type(function.__doc__) is str else None,
        "signature": _signature(function, encoder),
        "annotations": _annotations(function, encoder),
        "source": _source(function),
    }


def _annotations(value: Any, encoder: Encoder) -> list:
    """Tell what a function or a class says of types; what cannot cross is left out."""
    said = vars(value).get("__annotations__") if isinstance(value, type) else None
    if isinstance(value, types.FunctionType):
        said = value.__annotations__
    if type(said) is not dict:
        return []
    told = []
    for name, kind in said.items():
        with contextlib.suppress(NotPlain):
            told.append([str(name), encoder.content(kind)])
    return told


def _fields(kind: type, encoder: Encoder) -> list | None:
    """Tell the fields of a dataclass, each with its default; None for any other class."""
    if not dataclasses.is_dataclass(kind):
        return None
    told = []
    for field in dataclasses.fields(kind):
        default = None
        if field.default is not dataclasses.MISSING:
            default = [None]
            with contextlib.suppress(NotPlain):
                default = [encoder.content(field.default)]
        told.append([str(field.name), default])
    return told


def _source(function: Any) -> str | None:
    """Return the text of a function that the learner wrote; tests may look at it."""
    if getattr(function, "__module__", None) != "__main__":
        return None
    try:
        return inspect.getsource(function)
    except (OSError, TypeError):
        return None


def _signature(function: Any, encoder: Encoder) -> list | None:
    try:
        parameters = inspect.signature(function).parameters.values()
    except (ValueError, TypeError):
        return None
    found = []
    for parameter in parameters:
        default = None
        if parameter.default is not parameter.empty:
            try:
                default = [encoder.content(parameter.default)]
            except NotPlain:
                default = [None]
        found.append([parameter.name, int(parameter.kind), default])
    return found
