"""How the checker tells the learner's process of what a test hands over."""

import builtins
import sys
import types
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.engine.checker import handed
from autograder.engine.checker.stand_ins import StandInType, number_of
from autograder.engine.protocol.kinds import NotPlain
from autograder.engine.protocol.plain import Encoder
from autograder.engine.protocol.shared import Shared, is_generator

NAMED = {"builtins", "math", "operator", "numpy", "functools", "statistics", "itertools"}
"""Modules whose functions are sent by their names."""


class CannotServe(TypeError):
    """A test does something that needs the learner's objects in its own process."""


class Telling:
    """Describes values that are not plain data.

    Parameters
    ----------
    shared : Shared
        The objects that live on both sides.
    packages : set of str
        Top-level modules that both sides have.
    """

    def __init__(self, shared: Shared, packages: set[str]) -> None:
        self.shared = shared
        self.packages = packages
        self.callbacks: list[Callable] = []
        self.originals: list[Any] = []
        self._callback_numbers: dict[int, int] = {}

    def tell(self, value: Any, encoder: Encoder) -> list:
        """Describe a value: by its name, its number, or as a function to be called back."""
        number = number_of(value)
        if number is not None:
            return ["object", number]
        number = self.shared.number(value)
        if number is not None:
            return ["shared", number, self._made(value)]
        if isinstance(value, np.ndarray) and isinstance(type(value), StandInType):
            return encoder.content(value.view(np.ndarray))  # made from a learner's array, here
        if isinstance(value, types.ModuleType) and self._is_ours(value.__name__):
            return ["named", value.__name__, ""]
        if callable(value) and self._is_named(value):
            return ["named", value.__module__ or "builtins", value.__qualname__]
        if isinstance(value, np.ufunc):
            return ["named", "numpy", value.__name__]
        if isinstance(value, types.FunctionType | types.MethodType | types.BuiltinFunctionType):
            return self._callback(value)
        if is_generator(value) or self._base_of(type(value)) is not None:
            return ["shared", self.shared.add(value), self._made(value)]
        if isinstance(value, BaseException):
            return self._error(value, encoder)
        if handed.is_iterator(value):
            return ["iterator", self._number(value, value.__next__)]
        if (special := handed.specials(value)) is not None:
            number = self._number(value, handed.Handed(value, special))
            return ["asked", number, type(value).__name__, special]
        if callable(value):
            return self._callback(value)
        raise CannotServe(
            f"an object of the type {type(value).__name__}, made in the test, cannot be handed to "
            'the notebook: write `# autograder: checks = "inside"` into this test cell'
        )

    def _error(self, error: BaseException, encoder: Encoder) -> list:
        kind = type(error) if self._is_named(type(error)) else Exception
        try:
            args = encoder.content(list(error.args))
        except (NotPlain, TypeError):
            args = encoder.content([str(error)])
        return ["error", [kind.__module__, kind.__qualname__], args]

    def _is_ours(self, module: str | None) -> bool:
        return (module or "").partition(".")[0] in self.packages

    def _is_named(self, value: Any) -> bool:
        """Whether both sides find this function or class under its name."""
        module, qualname = getattr(value, "__module__", None), getattr(value, "__qualname__", "")
        if value in vars(builtins).values():
            return True
        if not self._is_ours(module) or "<" in qualname:
            return False
        found: Any = sys.modules.get(module)
        for part in qualname.split("."):
            found = getattr(found, part, None)
        return found is value

    def _base_of(self, kind: type) -> type | None:
        """Return the class of a shared module that an object of the checker belongs to."""
        for base in kind.__mro__:
            module = base.__module__.partition(".")[0]
            if module in self.packages - NAMED and self._is_named(base):
                return base
            if module != "__main__":
                return None
        return None

    def _made(self, value: Any) -> list:
        """Tell how the learner's process makes its half of an object."""
        if is_generator(value):
            return ["generator", type(value.bit_generator).__name__]
        kind = type(value)
        base = self._base_of(kind)
        assert base is not None
        methods, attributes = {}, {}
        for part in reversed(kind.__mro__[: kind.__mro__.index(base)]):
            for name, found in vars(part).items():
                if isinstance(found, types.FunctionType):
                    methods[name] = self._number(found, found)
                elif type(found) in (bool, int, float, str):
                    attributes[name] = found
        path = [base.__module__, base.__qualname__]
        return ["object", path, kind.__name__, methods, attributes]

    def _callback(self, function: Callable) -> list:
        name = str(getattr(function, "__name__", "function"))
        return ["callback", self._number(function, function), name, function.__doc__]

    def _number(self, value: Any, function: Callable) -> int:
        """Return the number of a function that the learner's code calls in the place of a value."""
        if id(value) not in self._callback_numbers:
            self._callback_numbers[id(value)] = len(self.callbacks)
            self.callbacks.append(function)
            self.originals.append(value)
        return self._callback_numbers[id(value)]
