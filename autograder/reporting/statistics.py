"""Item analysis: how hard a test is, whether it tells strong from weak, how far to trust that."""

import math

import numpy as np

FEW = 30
"""With fewer learners than these, an interval is so wide that it decides nothing."""


def discrimination(item: np.ndarray, total: np.ndarray) -> float | None:
    """Return the corrected item-total correlation: with the rest of the points, without the item.

    Parameters
    ----------
    item, total : array of shape (n,)
        Points of each learner, and the sum that holds them.

    Returns
    -------
    float or None
        None where it says nothing: all have the same, or fewer than 3 learners.

    References
    ----------
    Henrysson (1963), "Correction of item-total correlations in item analysis", Psychometrika 28.
    """
    rest = total - item
    if len(item) < 3 or np.ptp(item) == 0 or np.ptp(rest) == 0:
        return None
    return float(np.corrcoef(item, rest)[0, 1])


def interval(r: float, n: int) -> tuple[float, float] | None:
    """Return a correlation's 95 % interval by Fisher's z; None with fewer than 4 learners.

    References
    ----------
    Fisher (1921), "On the probable error of a coefficient of correlation", Metron 1.
    """
    if n < 4 or abs(r) >= 1:
        return None
    z, reach = math.atanh(r), 1.959964 / math.sqrt(n - 3)
    return math.tanh(z - reach), math.tanh(z + reach)


def alpha(scores: np.ndarray) -> float | None:
    """Return Cronbach's alpha of a unit: how far its tests measure one thing.

    Parameters
    ----------
    scores : array of shape (n_learners, n_items)
        Points.

    Returns
    -------
    float or None
        None with fewer than 2 items or 3 learners, or where all have the same points.

    References
    ----------
    Cronbach (1951), "Coefficient alpha and the internal structure of tests", Psychometrika 16.
    """
    n, k = scores.shape
    whole = scores.sum(axis=1)
    if n < 3 or k < 2 or np.ptp(whole) == 0:
        return None
    return float(k / (k - 1) * (1 - scores.var(axis=0, ddof=1).sum() / whole.var(ddof=1)))


def mean(values: list) -> float | None:
    """Return the mean; None of nothing."""
    return sum(values) / len(values) if values else None
