"""Pairs of learners, ranked by how rare the pieces are that their answers share."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations

from autograder.similarity.fingerprints import OWN

FEW, ORDINARY = 3, 0.25
"""A piece that more than so many answers, and than this share of them, have is an ordinary way."""


@dataclass
class Pair:
    """Two learners.

    Parameters
    ----------
    first, second : str
    shares : dict
        Exercise -> share of what is rare in their answers that both have, 0 to 1.
    """

    first: str
    second: str
    shares: dict[str, float] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """Over all exercises: their sum."""
        return sum(self.shares.values())


@dataclass(frozen=True)
class BaseRate:
    """How alike any two answers to an exercise are.

    Parameters
    ----------
    answers, same : int
        Answers, and those of them that somebody else has, too, piece for piece.
    usual : float
        The share that 95 of 100 pairs do not reach.
    """

    answers: int
    same: int
    usual: float


def rare_shares(answers: dict[str, frozenset[str]]) -> dict[tuple[str, str], float]:
    """Return pair -> share for the answers to one exercise; who shares nothing rare is left out.

    A piece that `count` of `n` answers have weighs ``log(n / count) ** 2``: one that two have says
    more than many that a fifth have. The share is the weight of what is common over the geometric
    mean of the weight of each answer's code, so that one long answer counts no more than a short
    one. A name or a comment that only one of the two has counts nowhere: others are soon made.
    """
    n = len(answers)
    holders: dict[str, list[str]] = defaultdict(list)
    for learner in sorted(answers):
        for feature in answers[learner]:
            holders[feature].append(learner)
    whole: Counter[str] = Counter()
    common: Counter[tuple[str, str]] = Counter()
    for feature, who in holders.items():
        weight = math.log(n / len(who)) ** 2
        if not feature.startswith(OWN):
            for learner in who:
                whole[learner] += weight
        if weight and 1 < len(who) <= max(FEW, ORDINARY * n):
            for pair in combinations(who, 2):
                common[pair] += weight
    return {
        (a, b): min(1.0, weight / math.sqrt((whole[a] or weight) * (whole[b] or weight)))
        for (a, b), weight in common.items()
    }


def ranked(
    exercises: dict[str, dict[str, frozenset[str]]], earlier: Iterable[str] = ()
) -> tuple[list[Pair], dict[str, BaseRate]]:
    """Return the pairs, the most alike first, and what is usual in each exercise.

    Parameters
    ----------
    exercises : dict
        Exercise -> learner -> features of the answer; whoever has changed nothing is not in it.
    earlier : iterable of str
        Learners of earlier years: two of them make no pair.
    """
    old = set(earlier)
    pairs: dict[tuple[str, str], Pair] = {}
    rates = {}
    for exercise, answers in exercises.items():
        shares = rare_shares(answers)
        for key, share in shares.items():
            if not old.issuperset(key):
                pairs.setdefault(key, Pair(*key)).shares[exercise] = share
        counts = Counter(answers.values())
        same = sum(count for count in counts.values() if count > 1)
        rates[exercise] = BaseRate(len(answers), same, _usual(shares, len(answers)))
    return sorted(pairs.values(), key=lambda each: (-each.share, each.first, each.second)), rates


def _usual(shares: dict[tuple[str, str], float], n: int) -> float:
    """Return the 95th percentile over all pairs, most of which share nothing."""
    place = int(0.05 * n * (n - 1) / 2)
    above = sorted(shares.values(), reverse=True)
    return above[place] if place < len(above) else 0.0
