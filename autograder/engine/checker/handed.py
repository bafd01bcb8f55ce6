"""What the learner's code may do with an iterator, or with an object of a class that a test makes.

It asks by callbacks, and gets no more than this: the next value; public attributes; the operators
that the class defines.
"""

import copy
import io
from typing import Any

from autograder.engine.checker.stand_ins import StandInType
from autograder.engine.protocol.kinds import MUTABLE

SPECIAL = (
    "__call__", "__len__", "__getitem__", "__setitem__", "__delitem__", "__iter__", "__next__",
    "__contains__", "__bool__", "__float__", "__int__", "__index__", "__neg__", "__pos__",
    "__abs__", "__add__", "__radd__", "__sub__", "__rsub__", "__mul__", "__rmul__", "__matmul__",
    "__truediv__", "__rtruediv__", "__floordiv__", "__mod__", "__pow__", "__eq__", "__ne__",
    "__lt__", "__le__", "__gt__", "__ge__", "__hash__", "__str__", "__repr__", "__format__",
)  # fmt: skip
TEXTS = (io.StringIO, io.BytesIO)
PLAIN_BASES = {"__main__", "abc", "typing"}
COPIES = {"__copy__": copy.copy, "__deepcopy__": copy.deepcopy}
ATTRIBUTES = {"getattr": getattr, "setattr": setattr, "delattr": delattr}


def is_iterator(value: Any) -> bool:
    """Whether a value is a generator or another iterator of Python's own."""
    kind = type(value)
    is_own = kind.__module__ in ("builtins", "itertools")
    return is_own and hasattr(kind, "__next__") and hasattr(kind, "__iter__")


def specials(value: Any) -> list[str] | None:
    """Return the special methods that an object has; None where it may not be asked."""
    kind = type(value)
    if kind in TEXTS:
        return ["__iter__", "__next__"]
    bases = [base for base in kind.__mro__ if base is not object]
    if isinstance(kind, StandInType) or any(base.__module__ not in PLAIN_BASES for base in bases):
        return None
    defined = {name: found for base in reversed(bases) for name, found in vars(base).items()}
    return [name for name in SPECIAL if name in defined and defined[name] is not None]


class Handed:
    """Answers for one object.

    Parameters
    ----------
    value : object
        The test's.
    special : list of str
        As `specials` returns it.
    """

    def __init__(self, value: Any, special: list[str]) -> None:
        self.value = value
        self.special = special

    def __call__(self, what: Any, *args: Any) -> Any:
        """Do what the learner's code does with its half.

        Raises
        ------
        AttributeError
            For what it may not do.
        TypeError
            For an attribute that both would have to follow.
        """
        if what in ATTRIBUTES:
            return self._attribute(what, *args)
        if what in COPIES:
            return COPIES[what](self.value)
        if what not in self.special:
            raise AttributeError(what)
        found = getattr(type(self.value), what)(self.value, *args)
        if found is NotImplemented:
            if what in ("__eq__", "__ne__"):
                return (self.value is args[0]) == (what == "__eq__")
            raise TypeError(f"unsupported operand of {what} for a {type(self.value).__name__}")
        return found

    def _attribute(self, what: str, name: Any, *value: Any) -> Any:
        if type(name) is not str or name.startswith("_"):
            raise AttributeError(name)
        found = ATTRIBUTES[what](self.value, name, *value)  # type: ignore[operator]
        if type(found) in MUTABLE:
            raise TypeError(
                f"the attribute {name} of an object of the test's cannot be shared with the "
                'notebook: write `# autograder: checks = "inside"` into this test cell'
            )
        return found
