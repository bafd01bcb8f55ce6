"""Item analysis against other people's arithmetic: the standard library's, and a worked example."""

import math
import statistics as oracle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.reporting import statistics

POINTS = st.integers(0, 4)
TABLES = st.integers(2, 5).flatmap(
    lambda k: st.lists(st.lists(POINTS, min_size=k, max_size=k), min_size=4, max_size=30)
)


@given(TABLES)
def test_discrimination_is_the_correlation_with_the_rest(table):
    scores = np.array(table, dtype=float)
    total = scores.sum(axis=1)
    found = statistics.discrimination(scores[:, 0], total)
    first, rest = [row[0] for row in table], [sum(row[1:]) for row in table]
    if len(set(first)) == 1 or len(set(rest)) == 1:
        assert found is None
    else:
        assert found == pytest.approx(oracle.correlation(first, rest), abs=1e-9)


@given(TABLES)
def test_alpha_is_what_the_variances_say(table):
    k, totals = len(table[0]), [sum(row) for row in table]
    found = statistics.alpha(np.array(table, dtype=float))
    if len(set(totals)) == 1:
        assert found is None
    else:
        parts = sum(oracle.variance(column) for column in zip(*table, strict=True))
        assert found == pytest.approx(k / (k - 1) * (1 - parts / oracle.variance(totals)))


def test_alpha_of_items_that_agree_is_one_and_of_opposites_is_not():
    agree = np.array([[0, 0, 0], [1, 1, 1], [2, 2, 2], [3, 3, 3]], dtype=float)
    assert statistics.alpha(agree) == pytest.approx(1)
    assert statistics.alpha(np.array([[0, 1], [1, 0], [0, 2], [2, 1.0]])) < 0


def test_the_interval_is_fishers():
    # r = 0.5 of 28 learners: z = 0.5493, a fifth of 1.96 to each side.
    low, high = statistics.interval(0.5, 28)
    assert (low, high) == pytest.approx(
        (math.tanh(0.549306 - 0.391993), math.tanh(0.549306 + 0.391993)), abs=1e-5
    )
    assert statistics.interval(0.5, 3) is None and statistics.interval(1.0, 50) is None
