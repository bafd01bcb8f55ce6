"""A change in place, done to the value that both sides know."""

from typing import Any

import numpy as np

from autograder.engine.protocol.codecs.codec import CODECS
from autograder.engine.protocol.kinds import NotPlain


def refill(target: Any, new: Any) -> None:
    """Give a value that can be changed the content of another of its type.

    Raises
    ------
    NotPlain
        If they are of different types.
    """
    if type(target) is not type(new):
        raise NotPlain("an argument that became something else")
    if type(target) is np.ndarray:
        if target.flags.writeable and target.shape == new.shape and target.dtype == new.dtype:
            target[...] = new
    elif type(target) in (list, bytearray):
        target[:] = new
    elif (codec := CODECS.of(type(target))) is not None and codec.refill is not None:
        codec.refill(target, new)
    else:
        target.clear()
        target.update(new)
