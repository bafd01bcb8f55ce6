"""Sees what a test puts into modules, and hands it over before the learner's code is asked."""

import importlib
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import Any

from autograder.engine.protocol.patched import Place, replaced, standing


class Patches:
    """The places in modules that a test changes."""

    def __init__(self) -> None:
        self._original: dict[Place, Any] = {}
        self._last: dict[Place, Any] = {}

    def watch(self, named: Iterable[Place]) -> None:
        """Look at the places that a test names, before it runs."""
        for place in named:
            if place not in self._original:
                with suppress(Exception):  # the test that needs the module will say so
                    importlib.import_module(place[0])
                    self._original[place] = self._last[place] = standing(place)

    def hand_over(self, ask: Callable[..., Any]) -> None:
        """Tell the learner's process what stands in other places than the last time.

        Parameters
        ----------
        ask : callable
            As of `Remote.ask`.
        """
        for place, last in list(self._last.items()):
            now = standing(place)
            if now is last:
                continue
            self._last[place] = now
            if now is self._original[place]:
                ask("unpatch", *place)
            else:
                ask("patch", *place, _handed(now))

    def lifted(self) -> AbstractContextManager:
        """Have everything in its own place for a while: the engine's code is at work."""
        changed = {
            place: self._original[place]
            for place, last in self._last.items()
            if last is not self._original[place]
        }
        return replaced(changed) if changed else nullcontext()


def _handed(value: Any) -> Any:
    """Return what the learner's code gets; a function is always called here, whatever its name."""
    if not callable(value) or isinstance(value, type):
        return value

    def call(*args: Any, **kwargs: Any) -> Any:
        return value(*args, **kwargs)

    return call
