"""Counter, defaultdict, OrderedDict and deque."""

from collections import Counter, OrderedDict, defaultdict, deque
from typing import Any

from autograder.engine.protocol.codecs.codec import Codec, listed


def _pairs(value: dict) -> list[tuple]:
    return list(dict.items(value))


def _counter(pairs: list) -> Counter:
    return Counter(dict(listed(pairs)))


def _ordered(pairs: list) -> OrderedDict:
    return OrderedDict(listed(pairs))


def _default_dict(factory: Any, pairs: list) -> defaultdict:
    return defaultdict(factory, listed(pairs))


def _deque(most: int | None, items: list) -> deque:
    return deque(listed(items), most)


def _refill_dict(target: dict, new: dict) -> None:
    target.clear()
    dict.update(target, new)


def _refill_deque(target: deque, new: deque) -> None:
    target.clear()
    target.extend(new)


CODECS = [
    Codec("collections.Counter", Counter, lambda value: (_pairs(value),), _counter, _refill_dict),
    Codec("collections.OrderedDict", OrderedDict, lambda value: (_pairs(value),), _ordered,
          _refill_dict),
    Codec("collections.defaultdict", defaultdict,
          lambda value: (value.default_factory, _pairs(value)), _default_dict, _refill_dict),
    Codec("collections.deque", deque, lambda value: (value.maxlen, list(value)), _deque,
          _refill_deque),
]  # fmt: skip
