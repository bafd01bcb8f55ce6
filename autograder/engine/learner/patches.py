"""What a test has put into modules, in the learner's process: there while the test asks it."""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from autograder.engine.protocol.patched import Place, replaced


class Patches:
    """The values that a test has put into modules."""

    def __init__(self) -> None:
        self._values: dict[Place, Any] = {}
        self._before: dict[Place, Any] = {}

    def patch(self, module: str, name: str, value: Any) -> None:
        """Take a value for a name in a module."""
        importlib.import_module(module)
        self._values[module, name] = value

    def unpatch(self, module: str, name: str) -> None:
        """Forget a value: the test has taken it back."""
        self._values.pop((module, name), None)

    @contextmanager
    def applied(self) -> Iterator[None]:
        """Have the values in their places while the learner's code runs."""
        outer = self._before
        with replaced(dict(self._values)) as self._before:
            try:
                yield
            finally:
                self._before = outer

    @contextmanager
    def lifted(self) -> Iterator[None]:
        """Have everything in its own place while the engine's code runs in between."""
        with replaced(self._before):
            yield
