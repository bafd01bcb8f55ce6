"""What a test sets around a call, and what has to hold in the learner's process too.

Random numbers that the test has seeded, NumPy's error states, and whether warnings are caught.
"""

import contextlib
import random
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np

DEFAULT_ERRORS = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}


class Surroundings:
    """The checker's side: sees what a test has set."""

    def __init__(self) -> None:
        self._filters = list(warnings.filters)
        self._numpy_random = _numpy_state()
        self._random = random.getstate()

    def told(self) -> dict:
        """Return what has changed since the last call, as JSON holds it."""
        around: dict[str, Any] = {}
        if (errors := np.geterr()) != DEFAULT_ERRORS:
            around["errstate"] = errors
        if warnings.filters != self._filters:
            around["record"] = True
        if (state := _numpy_state()) != self._numpy_random:
            name, keys, *rest = np.random.get_state()
            around["numpy_random"] = [name, keys.tolist(), *rest]
            self._numpy_random = state
        if (python_state := random.getstate()) != self._random:
            version, numbers, gauss = python_state
            around["random"] = [version, list(numbers), gauss]
            self._random = python_state
        return around


@contextlib.contextmanager
def held(message: dict, recorded: list) -> Iterator[None]:
    """The learner's side: hold for one call what the checker tells; warnings may be recorded."""
    if message.get("numpy_random"):
        np.random.set_state(_state(message["numpy_random"]))
    if message.get("random"):
        version, numbers, gauss = message["random"]
        random.setstate((version, tuple(numbers), gauss))
    with contextlib.ExitStack() as stack:
        stack.enter_context(np.errstate(**message.get("errstate", {})))
        if message.get("record"):
            recorded_here = stack.enter_context(warnings.catch_warnings(record=True))
            warnings.simplefilter("always")
            stack.callback(lambda: recorded.extend(recorded_here))
        yield


def _state(told: list) -> tuple:
    name, keys, *rest = told
    return (name, np.array(keys, dtype=np.uint32), *rest)


def _numpy_state() -> tuple:
    name, keys, position, has_gauss, cached = np.random.get_state()
    return name, keys.tobytes(), position, has_gauss, cached
