"""A place for submissions: does it get over a warm process that is lost?"""

from dataclasses import replace

import pytest
import sandbox_needed  # noqa: F401

from autograder.engine.protocol import frames
from autograder.engine.submission.limits import Limits
from autograder.problems import CannotStart

HASH = "print(hash('a text'), flush=True)"


def printed(slot):
    """What a learner's process prints in its first cell."""
    with slot.learner(Limits(), 0, {}) as channel:
        inbox = frames.Inbox(channel)
        frames.send(channel, {"do": "run", "source": HASH, "count": 1})
        said = ""
        while "ran" not in (message := inbox.next(10)):
            said += message["out"]["text"]
    slot.end()
    return said


def test_does_one_warm_process_serve_one_learner_after_the_other(slot):
    assert printed(slot) == printed(slot)


def test_is_a_lost_warm_process_replaced(slot):
    slot._process.kill()
    slot._process.wait()
    with pytest.raises(CannotStart, match="did not answer"):
        slot.learner(Limits(), 0, {})
    assert printed(slot)


def test_is_the_hash_seed_that_of_the_sandbox(slot):
    told = []
    for seed in (1, 1, 2):
        slot.restart(replace(slot.sandbox, hash_seed=seed))
        told.append(printed(slot))
    assert told[0] == told[1] != told[2]
