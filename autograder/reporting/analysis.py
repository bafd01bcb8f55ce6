"""Item analysis of a unit: how hard each test and exercise was, and what it tells of the class."""

import re
from dataclasses import dataclass

import numpy as np

from autograder.engine.gradebook.attempts import Attempt
from autograder.engine.gradebook.class_grades import Unit
from autograder.reporting import statistics

PAIR = re.compile(r"^(.*)_(visible|hidden)$")


@dataclass
class Item:
    """One graded cell, or an exercise with all its tests, over the class.

    Parameters
    ----------
    name : str
    max_points : float
    n : int
        Learners with a grade for it; who waits for a mark has none yet.
    share : float or None
        Mean of the points, as a share of those that can be had.
    right : int
        Learners with all of them.
    discrimination : float or None
    interval : tuple of float or None
    attempts : float or None
        Until all points, on average, of those who got there.
    seconds : float or None
        Median that the test took.
    hidden_only : int or None
        Learners who passed the visible test of the same exercise and failed this hidden one.
    """

    name: str
    max_points: float
    n: int = 0
    share: float | None = None
    right: int = 0
    discrimination: float | None = None
    interval: tuple[float, float] | None = None
    attempts: float | None = None
    seconds: float | None = None
    hidden_only: int | None = None


class Analysis:
    """The figures of a unit's tests.

    A cell that somebody still waits to have marked is in no total: points that are yet to come
    would look like points that were lost.

    Parameters
    ----------
    unit : Unit
    graded : list of dict
        Of each graded learner: cell -> points.
    attempts : dict
        Learner -> attempts, the oldest first.
    results : dict
        Learner -> what ``result.json`` says.
    """

    def __init__(
        self,
        unit: Unit,
        graded: list[dict[str, float]],
        attempts: dict[str, list[Attempt]],
        results: dict,
    ) -> None:
        self._unit, self._graded = unit, graded
        self._attempts, self._results = attempts, results
        self._settled = [name for name in unit.exercises if all(name in each for each in graded)]

    def alpha(self) -> float | None:
        """Return the reliability of what is marked for everybody."""
        if not self._graded or not self._settled:
            return None
        rows = [[each[name] for name in self._settled] for each in self._graded]
        return statistics.alpha(np.array(rows))

    def tests(self) -> list[Item]:
        """Return an item for each graded cell."""
        found = []
        for name in self._unit.exercises:
            item = self._item(name, [name])
            item.hidden_only = self._hidden_only(name)
            found.append(item)
        return found

    def exercises(self) -> list[Item]:
        """Return an item for each exercise: a visible and a hidden test of one name make one."""
        parts: dict[str, list[str]] = {}
        for name in self._unit.exercises:
            pair = PAIR.match(name)
            parts.setdefault(pair[1] if pair else name, []).append(name)
        return [self._item(name, cells) for name, cells in parts.items()]

    def _item(self, name: str, cells: list[str]) -> Item:
        most = sum(self._unit.exercises[cell] for cell in cells)
        graded = [each for each in self._graded if all(cell in each for cell in cells)]
        item = Item(name, most, len(graded))
        if graded and most:
            points = np.array([sum(each[cell] for cell in cells) for each in graded])
            others = [cell for cell in self._settled if cell not in cells]
            rest = np.array([sum(each[cell] for cell in others) for each in graded])
            item.share = float(points.mean() / most)
            item.right = int((points >= most).sum())
            item.discrimination = statistics.discrimination(points, points + rest)
            if item.discrimination is not None:
                item.interval = statistics.interval(item.discrimination, len(graded))
        until = [until_right(tried, cells) for tried in self._attempts.values()]
        item.attempts = statistics.mean([number for number in until if number])
        seconds = self._seconds(cells)
        item.seconds = float(np.median(seconds)) if seconds else None
        return item

    def _seconds(self, cells: list[str]) -> list[float]:
        found = []
        for known in self._results.values():
            tests = {}
            for book in known.get("tests", {}).values():
                tests |= book
            if all(cell in tests for cell in cells):
                found.append(sum(tests[cell]["seconds"] for cell in cells))
        return found

    def _hidden_only(self, name: str) -> int | None:
        parts, points = PAIR.match(name), self._unit.exercises
        visible = parts and f"{parts[1]}_visible"
        if not parts or parts[2] != "hidden" or visible not in points:
            return None
        return sum(
            each.get(visible, 0.0) >= points[visible]
            and each.get(name, points[name]) < points[name]
            for each in self._graded
        )


def until_right(tried: list[Attempt], cells: list[str]) -> int | None:
    """Return the number of the first attempt in which all these tests gave all points, from 1."""
    for number, attempt in enumerate(tried, 1):
        found = [attempt.tests.get(cell, (0.0, 1.0, "")) for cell in cells]
        if all(points >= most for points, most, _ in found):
            return number
    return None
