"""The views that `keys`, `values` and `items` of a dict return."""

from typing import Any

from autograder.engine.protocol.codecs.codec import Codec, listed


def _keys(keys: list) -> Any:
    return dict.fromkeys(listed(keys)).keys()


def _values(values: list) -> Any:
    return dict(enumerate(listed(values))).values()


def _items(pairs: list) -> Any:
    return dict(listed(pairs)).items()


CODECS = [
    Codec("builtins.dict_keys", type({}.keys()), lambda view: (list(view),), _keys),
    Codec("builtins.dict_values", type({}.values()), lambda view: (list(view),), _values),
    Codec("builtins.dict_items", type({}.items()), lambda view: (list(view),), _items),
]
