"""The simulated bank: repeatable, and with a real interaction."""

import numpy as np
import pytest

from course import bank


def test_same_seed_same_customers():
    X, y = bank.simulate(50, seed=3)
    X_again, y_again = bank.simulate(50, seed=3)
    X_other, _ = bank.simulate(50, seed=4)
    assert np.array_equal(X, X_again) and np.array_equal(y, y_again)
    assert not np.array_equal(X, X_other)


def test_the_table_is_what_its_names_say():
    X, y = bank.simulate()
    age, balance, retired, accounts, family = X.T
    assert X.shape == (1000, len(bank.FEATURES)) and y.shape == (1000,)
    assert (age >= 18).all() and (age <= 90).all()
    assert (balance >= 0).all() and (balance <= 10).all()
    assert set(retired) == {0.0, 1.0} and 0.3 < retired.mean() < 0.5
    assert age[retired == 1].mean() > age[retired == 0].mean() + 25
    assert set(accounts) == {1, 2, 3, 4} and set(family) == {0, 1, 2, 3, 4, 5}
    assert (y >= 0).all() and np.array_equal(y, y.round())


@pytest.mark.parametrize(("retired", "slope"), [(0, 8), (1, 1)])
def test_retirement_changes_how_the_balance_acts(retired, slope):
    X, y = bank.simulate(20_000, seed=1)
    group = X[:, 2] == retired
    rest = np.column_stack([X[group][:, [0, 1, 3, 4]], np.ones(group.sum())])
    fitted = np.linalg.lstsq(rest, y[group], rcond=None)[0]
    assert fitted[1] == pytest.approx(slope, abs=0.1)
    assert fitted[2:4] == pytest.approx([3, 2], abs=0.1)
    assert fitted[0] == pytest.approx(0, abs=0.02)


def test_the_noise_is_as_large_as_it_says():
    X, y = bank.simulate(20_000, seed=2)
    assert np.std(y - bank.expected_transactions(X)) == pytest.approx(bank.NOISE, rel=0.03)
