"""Is a part of an array sent as a part, and never one that reaches beyond the whole?"""

import numpy as np
import pytest

from autograder.engine.protocol.kinds import DAMAGE, NotPlain
from autograder.engine.protocol.views import SMALL, part_of, place, whole_of

WHOLE = np.arange(12.0)


@pytest.mark.parametrize(
    "part",
    [WHOLE[3:5], WHOLE[::-1], WHOLE.reshape(3, 4).T[1:, ::2], WHOLE.reshape(2, 2, 3)[1]],
)
def test_a_part_lies_where_it_lay(part):
    other = WHOLE.copy()
    made = part_of(other, *place(part, whole_of(part)))
    assert np.array_equal(made, part) and made.base is other
    other[:] = 7
    assert (made == 7).all()


def test_a_part_that_cannot_be_written_cannot_be_written():
    part = WHOLE[:2]
    part.flags.writeable = False
    assert not part_of(WHOLE.copy(), *place(part, WHOLE)).flags.writeable


@pytest.mark.parametrize(
    "value",
    [
        WHOLE.copy(),
        WHOLE[:0],
        WHOLE.view(int)[:2],
        np.asfortranarray(np.ones((2, 3)))[0],
        np.broadcast_to(WHOLE, (2, 12)),
        np.array([[], 1], dtype=object)[:1],
        np.zeros(SMALL)[:3],
        np.frombuffer(b"abc", np.uint8),
        np.ma.array([1.0, 2.0])[:1],
    ],
)
def test_what_is_no_part_or_too_small_a_part_is_copied(value):
    assert whole_of(value) is None


@pytest.mark.parametrize(
    "asked",
    [
        (0, [13], [8], True),
        (8, [12], [8], True),
        (-8, [1], [8], True),
        (96, [1], [8], True),
        (0, [2], [96], True),
        (0, [2], [-8], True),
        (0, [2**40, 0], [0, 0], True),
        (0, [2**40], [0], True),
        (0, [-1, -1], [8, 8], True),
        (0, [2], [], True),
        (0.0, [1], [8], True),
        (0, [True], [8], True),
        (0, "a", [8], True),
        (2**70, [1], [8], True),
    ],
    ids=str,
)
def test_a_forged_part_is_refused(asked):
    with pytest.raises((NotPlain, *DAMAGE)):
        part_of(WHOLE, *asked)


@pytest.mark.parametrize("whole", [[1.0], np.array([[]], dtype=object), np.float64(1)])
def test_a_part_of_no_array_is_refused(whole):
    with pytest.raises(NotPlain):
        part_of(whole, 0, [1], [8], True)
