"""Who may need a word: signs that somebody is stuck, read from all units together."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from autograder.reporting.gathering import UnitReport

QUIET_DAYS = 7
MANY = 4
FAR_BELOW = 0.3
"""A share of the points that is so much below a learner's own mean is a sign."""


@dataclass(frozen=True)
class Sign:
    """One sign.

    Parameters
    ----------
    who : str
        The learner, as the reports name them.
    text : str
        What was seen.
    """

    who: str
    text: str


def stuck(reports: list[UnitReport], now: datetime) -> list[Sign]:
    """Return the signs, learner by learner.

    Parameters
    ----------
    reports : list of UnitReport
        Of all units, with the same learners in each.
    now : datetime.datetime
        In UTC, without a zone, as nbgrader keeps times.
    """
    found = []
    for standings in zip(*(report.standings for report in reports), strict=True):
        who = standings[0].who
        texts = [*_quiet(standings, now), *_many(reports, standings), *_below(reports, standings)]
        found += [Sign(who, text) for text in texts]
    return found


def _quiet(standings, now: datetime) -> list[str]:
    days = [datetime.fromisoformat(each.last) for each in standings if each.last]
    waiting = any(each.score is None for each in standings)
    if days and waiting and now - max(days) > timedelta(days=QUIET_DAYS):
        return [f"nothing handed in for {(now - max(days)).days} days"]
    return []


def _many(reports: list[UnitReport], standings) -> list[str]:
    texts = []
    for report, each in zip(reports, standings, strict=True):
        points = report.unit.exercises.items()
        left = [name for name, most in points if each.items.get(name, most) < most]
        if each.attempts >= MANY and left:
            texts.append(
                f"{each.attempts} attempts at {report.unit.name}, and points are missing in "
                f"{', '.join(left)}"
            )
    return texts


def _below(reports: list[UnitReport], standings) -> list[str]:
    shares = {
        report.unit.name: each.score / report.unit.max_score
        for report, each in zip(reports, standings, strict=True)
        if each.score is not None and report.unit.max_score
    }
    if len(shares) < 3:
        return []
    texts = []
    for unit, share in shares.items():
        others = [value for name, value in shares.items() if name != unit]
        mean = sum(others) / len(others)
        if mean - share >= FAR_BELOW:
            texts.append(f"{share:.0%} of the points in {unit}, {mean:.0%} in the others")
    return texts
