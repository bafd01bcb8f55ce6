"""Stand-ins for values of a learner's own class that behaves as a built-in one.

They hold what the learner's value holds, as plain data, and a test compares that. What the built-in
class does not have, a method or an attribute of the learner's, is asked for where the value is.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

WHOLE: dict[Any, type] = {
    "tuple": tuple, "str": str, "int": int, "float": float, "complex": complex, "bytes": bytes,
    "frozenset": frozenset, "ndarray": np.ndarray,
}  # fmt: skip
GROWING: dict[Any, type] = {"list": list, "dict": dict, "set": set}
"""What they hold is asked for when it is compared."""

OPERATORS = ["add", "mul", "or", "and", "sub", "xor", "eq", "ne", "lt", "le", "gt", "ge"]


def is_whole(kind: type) -> bool:
    """Whether the stand-ins of a class hold what the learner's objects hold."""
    return "_held" in vars(kind)


def make_whole(
    metaclass: type, name: str, bases: tuple[type, ...], body: dict[str, Any], like: str
) -> type:
    """Return the stand-in for a class whose objects hold plain data.

    Parameters
    ----------
    metaclass : type
        Of the stand-ins.
    name : str
        Of the class.
    bases : tuple of type
        Stand-ins for the learner's own classes that it derives from.
    body : dict
        The attributes of a stand-in.
    like : str
        The built-in class, one of `WHOLE`.
    """
    held = WHOLE[like]
    own = {word: part for word, part in body.items() if not hasattr(held, word)}
    own |= {word: body[word] for word in ("__doc__", "__module__")}
    own |= {"_held": held, "__getattr__": _asked, "__setattr__": _set, "__repr__": _repr}
    own |= {"__str__": _str, "__copy__": _copied, "__deepcopy__": _deep, "__reduce__": _reduced}
    own.pop("__slots__", None)
    of_same = tuple(base for base in bases if is_whole(base) and base._held is held)  # type: ignore[attr-defined]
    return type.__new__(metaclass, name, of_same or (held,), own)


def make_value(kind: Any, number: int, held: Any) -> Any:
    """Return the stand-in for one value.

    Raises
    ------
    TypeError
        If what came is of another type.
    """
    if type(held) is not kind._held:
        raise TypeError("a value that holds something else than its class")
    is_array = kind._held is np.ndarray
    made = held.view(kind) if is_array else kind._held.__new__(kind, held)
    object.__setattr__(made, "_number", number)
    return made


def compared_as(base: type, number_of: Callable) -> dict[str, Callable]:
    """Return the operators of a stand-in that compares what a list, dict or set holds."""

    def operator(name: str) -> Callable:
        def special(self: Any, other: Any) -> Any:
            if number_of(other) is not None:
                return type(self)._remote.ask(name, self, other)
            held = type(self)._remote.ask("content", self)
            if type(held) is not base:
                raise TypeError("a value that holds something else than its class")
            return getattr(base, f"__{name}__")(held, other)

        special.__name__ = f"__{name}__"
        return special

    return {f"__{name}__": operator(name) for name in OPERATORS if hasattr(base, f"__{name}__")}


def _number(value: Any) -> int | None:
    return vars(value).get("_number")


def _asked(self: Any, name: str) -> Any:
    is_private = name.startswith("__") and name.endswith("__")
    if is_private or name.startswith("_remote") or _number(self) is None:
        raise AttributeError(name)
    return type(self)._remote.ask("getattr", self, name)


def _set(self: Any, name: str, value: Any) -> None:
    if hasattr(type(self)._held, name) or _number(self) is None:
        object.__setattr__(self, name, value)
    else:
        type(self)._remote.ask("setattr", self, name, value)


def _repr(self: Any) -> str:
    return self._held.__repr__(self) if _number(self) is None else _text(self, "repr")


def _str(self: Any) -> str:
    return self._held.__str__(self) if _number(self) is None else _text(self, "str")


def _text(self: Any, what: str) -> str:
    found = type(self)._remote.ask(what, self)
    return found if type(found) is str else "?"


def _copied(self: Any) -> Any:
    return type(self)._remote.ask("copy", self)


def _deep(self: Any, memo: dict) -> Any:
    return type(self)._remote.ask("deepcopy", self)


def _reduced(self: Any) -> Any:
    raise TypeError("what stands in for a learner's object cannot be pickled")
