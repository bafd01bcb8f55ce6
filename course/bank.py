"""The bank: simulated customers and how many transactions they make next year.

The data is made up by one documented rule that holds a real interaction: how the balance acts
depends on whether the customer is retired. A model that only adds up effects cannot follow it.

For a customer with balance ``b`` (thousands), ``c`` accounts and ``m`` family members::

    working:  transactions = 12 + 8 * b + 3 * c + 2 * m + noise
    retired:  transactions = 52 + 1 * b + 3 * c + 2 * m + noise

The noise is normal with a standard deviation of 4 transactions. Age decides who is likely to be
retired and has no effect of its own.
"""

import numpy as np

FEATURES = ("age", "balance", "retired", "accounts", "family")
"""Column names of ``X``: years, thousands, 0 or 1, a count, a count."""

TARGET = "transactions"

NOISE = 4.0
"""Standard deviation of the noise, in transactions a year: no model can predict better."""

_BASE = {0: 12.0, 1: 52.0}
_PER_THOUSAND = {0: 8.0, 1: 1.0}
_PER_ACCOUNT = 3.0
_PER_FAMILY_MEMBER = 2.0


def simulate(n_customers=1000, seed=0):
    """Draw customers of the bank and their transactions of the next year.

    Parameters
    ----------
    n_customers : int
        How many customers to draw.
    seed : int
        Same seed, same customers. Use another seed for customers that a model has not seen.

    Returns
    -------
    X : array of shape (n_customers, 5)
        One row per customer, columns as in `FEATURES`.
    y : array of shape (n_customers,)
        Transactions in the next year (whole numbers, as floats).
    """
    rng = np.random.default_rng(seed)
    age = rng.integers(18, 91, n_customers)
    retired = (rng.random(n_customers) < 1 / (1 + np.exp(-(age - 63) / 3))).astype(float)
    balance = rng.uniform(0, 10, n_customers).round(2)
    accounts = rng.integers(1, 5, n_customers)
    family = rng.integers(0, 6, n_customers)
    X = np.column_stack([age, balance, retired, accounts, family]).astype(float)
    noise = rng.normal(0, NOISE, n_customers)
    return X, np.maximum(np.round(expected_transactions(X) + noise), 0.0)


def expected_transactions(X):
    """Return the rule's transactions for each customer, without the noise.

    Parameters
    ----------
    X : array of shape (n_customers, 5)
        One row per customer, columns as in `FEATURES`.

    Returns
    -------
    array of shape (n_customers,)
        Transactions in the next year.
    """
    _, balance, retired, accounts, family = np.asarray(X, dtype=float).T
    base = np.where(retired == 1, _BASE[1], _BASE[0])
    slope = np.where(retired == 1, _PER_THOUSAND[1], _PER_THOUSAND[0])
    return base + slope * balance + _PER_ACCOUNT * accounts + _PER_FAMILY_MEMBER * family


def loan_offers(n_customers, seed):
    """Draw customers who are offered a loan, and say who takes it.

    Working customers with a balance below 5 thousand say yes, and so do retired customers with a
    balance above it; 5 in 100 do the opposite. So neither feature alone tells anything.

    Parameters
    ----------
    n_customers : int
        How many customers to draw.
    seed : int
        Same seed, same customers.

    Returns
    -------
    X : array of shape (n_customers, 2)
        Balance in ten thousands, and retired (0 or 1).
    y : array of shape (n_customers, 1)
        1.0 for yes, 0.0 for no.
    """
    table, _ = simulate(n_customers, seed)
    X = np.column_stack([table[:, 1] / 10, table[:, 2]])
    says_yes = (X[:, 0] < 0.5) == (X[:, 1] == 0)
    changes_mind = np.random.default_rng(seed).random(n_customers) < 0.05
    return X, (says_yes != changes_mind).astype(float).reshape(n_customers, 1)
