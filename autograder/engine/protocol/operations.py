"""What the checker can ask of the learner's process: one function for each word."""

import copy
import importlib
import math
import operator
from collections.abc import Callable
from typing import Any

OPERATORS = """
add sub mul matmul truediv floordiv mod pow eq ne lt le gt ge neg pos abs invert
and or xor lshift rshift getitem setitem delitem index contains
iadd isub imul itruediv ifloordiv imod ipow imatmul iand ior ixor
"""

OPERATIONS: dict[str, Callable] = {
    name: getattr(operator, f"__{name}__")
    for name in OPERATORS.split()
} | {
    "call": lambda function, *args, **kwargs: function(*args, **kwargs),
    "getattr": getattr, "setattr": setattr, "delattr": delattr, "len": len, "iter": iter,
    "next": next, "bool": bool, "float": float, "int": int, "complex": complex, "round": round,
    "divmod": divmod, "floor": math.floor, "ceil": math.ceil, "trunc": math.trunc,
    "format": format, "reversed": reversed,
    "str": str, "repr": repr, "hash": hash, "dir": dir, "copy": copy.copy,
    "deepcopy": copy.deepcopy, "isinstance": isinstance,
    "enter": lambda manager: type(manager).__enter__(manager),
    "read_text": lambda path, options: _read(path, options),
    "write_text": lambda path, mode, text, options: _write(path, mode, text, options),
    "exit": lambda manager, *error: type(manager).__exit__(manager, *error),
}  # fmt: skip


def _read(path: str, options: dict) -> str:
    with open(path, **options) as file:
        return file.read()


def _write(path: str, mode: str, text: str, options: dict) -> None:
    with open(path, mode, **options) as file:
        file.write(text)


def by_identity(value: Any, _: Any) -> list:
    """Stand for an object where only its identity matters."""
    return ["object", id(value)]


def as_method(call: Callable) -> Callable:
    """Return a method that hands itself on to a function."""

    def method(self: Any, *args: Any, **kwargs: Any) -> Any:
        return call(self, *args, **kwargs)

    return method


def named(module: str, qualname: str) -> Any:
    """Return what both sides find under a name; the module itself without one."""
    if not qualname:
        return importlib.import_module(module)
    return operator.attrgetter(qualname)(importlib.import_module(module))
