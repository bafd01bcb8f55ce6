"""The page of `autograder similar`: pairs of answers side by side."""

from collections import Counter

from autograder.reporting.page import environment
from autograder.similarity.answers import Exercise
from autograder.similarity.fingerprints import OWN
from autograder.similarity.pairs import BaseRate, Pair

ON_PAGE = 30
"""So many pairs stand on it."""

Features = dict[str, dict[str, frozenset[str]]]
"""Exercise -> learner -> what the answer is made of."""


def similar_page(
    unit: str,
    pairs: list[Pair],
    rates: dict[str, BaseRate],
    exercises: dict[str, Exercise],
    features: Features,
    compared: tuple[int, int],
) -> str:
    """Return the page as HTML.

    Parameters
    ----------
    unit : str
    pairs : list of Pair
        The most alike first.
    rates : dict
        Exercise -> what is usual.
    exercises : dict
        Exercise -> its answers.
    features : dict
    compared : tuple of int
        Submissions of this year, and of earlier ones.
    """
    shown = pairs[:ON_PAGE]
    shared = [_shared(pair, features) for pair in shown]
    template = environment().get_template("similar.html.j2")
    return template.render(
        unit=unit,
        pairs=list(zip(shown, shared, strict=True)),
        exercises=exercises,
        rates=rates,
        learners=compared[0],
        earlier=compared[1],
    )


def _shared(pair: Pair, features: Features) -> dict[str, list[str]]:
    """Return exercise -> the names and comments of their own that both have, and how many do."""
    found = {}
    for name in pair.shares:
        answers = features[name]
        counts = Counter(each for own in answers.values() for each in own)
        both = sorted(answers[pair.first] & answers[pair.second])
        found[name] = [
            f"{each} (in {counts[each]} of {len(answers)})" for each in both if each.startswith(OWN)
        ]
    return found
