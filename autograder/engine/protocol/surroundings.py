"""What a test sets around a call, and what has to hold in the learner's process too.

Random numbers that the test has seeded, NumPy's error states, and whether warnings are caught.
"""

import contextlib
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.engine.protocol import random_states

DEFAULT_ERRORS = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}
GENERATORS = ("numpy", "python")


class Surroundings:
    """The checker's side: sees what a test has set."""

    def __init__(self) -> None:
        self._filters = list(warnings.filters)
        self._random = {name: random_states.read(name) for name in GENERATORS}
        self._marks = {name: random_states.mark(name) for name in GENERATORS}

    def told(self) -> dict:
        """Return what has changed since the last call, as JSON holds it."""
        around: dict[str, Any] = {"random": {}}
        if (errors := np.geterr()) != DEFAULT_ERRORS:
            around["errstate"] = errors
        if warnings.filters != self._filters:
            around["record"] = True
        for name in GENERATORS:
            mark = random_states.mark(name)
            if mark != self._marks[name]:
                self._marks[name] = mark
                around["random"][name] = self._random[name] = random_states.read(name)
        return around

    def heard(self, reply: dict) -> None:
        """Let this side's generators follow the draws of the learner's code."""
        for name, told in reply.get("random", {}).items():
            state = random_states.from_json(told)
            if name in GENERATORS and random_states.is_later(self._random[name], state):
                random_states.write(name, state)
                self._random[name] = state
                self._marks[name] = random_states.mark(name)


def described(warning: warnings.WarningMessage) -> tuple[str, str, str, str, int]:
    """Return a warning as JSON holds it."""
    kind, text = warning.category, str(warning.message)
    return kind.__module__, kind.__name__, text, warning.filename, warning.lineno


class LearnersSurroundings:
    """The learner's side."""

    def __init__(self) -> None:
        self._random: dict[str, random_states.State] = {}

    @contextlib.contextmanager
    def held(self, message: dict, recorded: list) -> Iterator[None]:
        """Hold for one call what the checker tells; warnings may be recorded."""
        for name, told in message.get("random", {}).items():
            self._random[name] = random_states.from_json(told)
            random_states.write(name, self._random[name])
        with contextlib.ExitStack() as stack:
            stack.enter_context(np.errstate(**message.get("errstate", {})))
            if message.get("record"):
                recorded_here = stack.enter_context(warnings.catch_warnings(record=True))
                warnings.simplefilter("always")
                stack.callback(lambda: recorded.extend(recorded_here))
            yield

    def drawn(self) -> dict:
        """Return the states of the generators that a test has seeded, where they have advanced."""
        told = {}
        for name, old in self._random.items():
            state = random_states.read(name)
            if state != old:
                told[name] = self._random[name] = state
        return told
