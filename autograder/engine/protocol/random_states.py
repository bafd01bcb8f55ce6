"""The two global generators of random numbers, NumPy's and Python's: one stream on both sides.

In Jupyter a test and the code that it calls draw from the same generators. Here each side has its
own; once a test has seeded one, the sides tell each other how far it has advanced.
"""

import random
from typing import Any

import numpy as np

BLOCK = 624
"""Numbers that the Mersenne Twister makes at a time."""

FURTHEST = 2000
"""Blocks by which a call may advance a generator: 1.2 million numbers."""

State = tuple[str, tuple[int, ...], int, Any]
"""Version, keys, position, and a normal number kept for the next draw."""


def read(name: str) -> State:
    """Return the state of a generator, ``"numpy"`` or ``"python"``."""
    if name == "numpy":
        version, keys, position, kept, normal = np.random.get_state()
        return version, tuple(keys.tolist()), position, (kept, normal)
    number, numbers, normal = random.getstate()
    return str(number), numbers[:-1], numbers[-1], normal


def mark(name: str) -> tuple:
    """Return what tells whether a generator's state is another one, sooner than the state."""
    if name == "numpy":
        _, keys, *rest = np.random.get_state()
        return keys.tobytes(), *rest
    return random.getstate()


def write(name: str, state: State) -> None:
    """Set the state of a generator."""
    version, keys, position, normal = state
    if name == "numpy":
        np.random.set_state((version, np.array(keys, dtype=np.uint32), position, *normal))
    else:
        random.setstate((int(version), (*keys, position), normal))


def is_later(state: State, later: State) -> bool:
    """Whether a generator that goes on drawing comes from one state to the other.

    What the learner's process says of its generator is believed only so far: it can draw, but not
    choose the numbers that a test draws after it.
    """
    if later[0] != state[0] or len(later[1]) != BLOCK or not 0 <= later[2] <= BLOCK:
        return False
    if later[1] == state[1]:
        return later[2] >= state[2]
    bits = np.random.MT19937()
    inner = {"key": np.array(state[1], dtype=np.uint32), "pos": BLOCK}
    bits.state = {"bit_generator": "MT19937", "state": inner}
    wanted = np.array(later[1], dtype=np.uint32)
    for _ in range(FURTHEST):
        bits.random_raw(1)
        if np.array_equal(bits.state["state"]["key"], wanted):
            return True
        bits.random_raw(BLOCK - 1)
    return False


def from_json(told: Any) -> State:
    """Return a state as it was before JSON made lists of it.

    Raises
    ------
    ValueError
        If it is none.
    """
    version, keys, position, normal = told
    if type(position) is not int or any(type(key) is not int for key in keys):
        raise ValueError("a state that is none")
    if any(not 0 <= key < 2**32 for key in keys):
        raise ValueError("a state that is none")
    normal = tuple(normal) if isinstance(normal, list) else normal
    return str(version), tuple(keys), position, normal
