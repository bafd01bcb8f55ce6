"""What the checker can ask of the learner's process: one function for each word."""

import copy
import operator
from collections.abc import Callable

OPERATORS = """
add sub mul matmul truediv floordiv mod pow eq ne lt le gt ge neg pos abs invert
getitem setitem delitem index
"""

OPERATIONS: dict[str, Callable] = {
    name: getattr(operator, name)
    for name in OPERATORS.split()
} | {
    "call": lambda function, *args, **kwargs: function(*args, **kwargs),
    "getattr": getattr, "setattr": setattr, "delattr": delattr, "len": len, "iter": iter,
    "next": next, "bool": bool, "float": float, "int": int, "complex": complex, "round": round,
    "str": str, "repr": repr, "hash": hash, "dir": dir, "copy": copy.copy,
    "deepcopy": copy.deepcopy, "isinstance": isinstance,
    "enter": lambda manager: type(manager).__enter__(manager),
    "exit": lambda manager, *error: type(manager).__exit__(manager, *error),
}  # fmt: skip
