"""One stream of random numbers on both sides: how far the other side has drawn is checked."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.engine.protocol import random_states


@pytest.fixture(autouse=True)
def _states_as_they_were():
    numpy, python = np.random.get_state(), random.getstate()  # noqa: NPY002
    yield
    np.random.set_state(numpy)  # noqa: NPY002
    random.setstate(python)


@given(st.integers(0, 2**32 - 1), st.integers(0, 3000), st.sampled_from(["numpy", "python"]))
def test_a_generator_that_has_drawn_is_later(seed, draws, name):
    np.random.seed(seed)  # noqa: NPY002
    random.seed(seed)
    before = random_states.read(name)
    for _ in range(draws):
        np.random.random_sample() if name == "numpy" else random.random()  # noqa: NPY002
    after = random_states.read(name)
    assert random_states.is_later(before, after)
    assert draws == 0 or not random_states.is_later(after, before)


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
def test_another_seed_is_not_later(seed, other):
    np.random.seed(seed)  # noqa: NPY002
    before = random_states.read("numpy")
    np.random.seed(other)  # noqa: NPY002
    assert random_states.is_later(before, random_states.read("numpy")) == (seed == other)


@pytest.mark.parametrize("name", ["numpy", "python"])
def test_a_state_crosses_as_json(name):
    state = random_states.read(name)
    told = [state[0], list(state[1]), state[2], list(state[3]) if state[3] else state[3]]
    random_states.write(name, random_states.from_json(told))
    assert random_states.read(name) == state


@pytest.mark.parametrize(
    "told",
    [
        ["MT19937", [1.5] * 624, 0, None],
        ["MT19937", [2**32] * 624, 0, None],
        ["MT19937", [0] * 624, "0", None],
    ],
)
def test_a_forged_state_is_none(told):
    with pytest.raises(ValueError):
        random_states.from_json(told)
