"""What is known of a unit's class, put together from gradebook, results and attempts."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from autograder.course import Course
from autograder.engine.gradebook.attempts import Attempt, read_attempts, works
from autograder.engine.gradebook.class_grades import ClassGrades, Mark, Unit
from autograder.engine.gradebook.export import ungradable
from autograder.engine.submission.results import FLAGGED, read_result
from autograder.reporting import statistics

PAIR = re.compile(r"^(.*)_(visible|hidden)$")
ERROR = re.compile(r"^(?:AssertionError|CheckFailed): *")
OFTEN = 3
"""Learners who must have met a sentence before it can be said that it helps nobody."""


@dataclass
class Standing:
    """How one learner stands in a unit.

    Parameters
    ----------
    who : str
        Id, or a code in its place.
    name : str
        Empty where no names are wanted.
    words : list of str
        ``"submitted"``, ``"late"``, ``"graded"``, ``"flagged"``, ``"ungradable"``,
        ``"waits for a mark"``, or ``"nothing submitted"``.
    score : float or None
    items : dict
        Graded cell -> points.
    attempts : int
        Graded ones.
    last : str
        When the last one was handed in, in UTC.
    """

    who: str
    name: str
    words: list[str]
    score: float | None
    items: dict[str, float]
    attempts: int
    last: str


@dataclass
class Item:
    """One graded cell over the class.

    Parameters
    ----------
    name : str
    max_points : float
    n : int
        Learners with a grade.
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


@dataclass
class Sentence:
    """One sentence that learners got.

    Parameters
    ----------
    test, text : str
        Which test said it, and the sentence.
    who : list of str
        To whom.
    out : int
        How many of them later passed that test.
    attempts : float or None
        After how many further attempts, on average.
    helps_nobody : bool
        Whether it was shown to several, and mostly followed by itself.
    """

    test: str
    text: str
    who: list[str]
    out: int
    attempts: float | None
    helps_nobody: bool


@dataclass
class UnitReport:
    """All of a unit."""

    unit: Unit
    standings: list[Standing]
    items: list[Item]
    alpha: float | None
    sentences: list[Sentence]
    counts: Counter = field(default_factory=Counter)

    @property
    def scores(self) -> list[float]:
        """The scores of those who have one."""
        return [each.score for each in self.standings if each.score is not None]


def code_of(learner: str) -> str:
    """Return a stable code in place of an id; who has the list of ids can find out whose it is."""
    return "L" + hashlib.sha256(learner.encode()).hexdigest()[:8]


def gather(course: Course, grades: ClassGrades, unit: Unit, anonymous: bool) -> UnitReport:
    """Read what there is of one unit."""
    attempts = {who: works(tried) for who, tried in read_attempts(course, unit.name).items()}
    failed = ungradable(course.root).get(unit.name, {})
    results = {
        student: read_result(folder) or {}
        for student, folder in course.learners("autograded", unit.name).items()
    }
    handed_in = course.learners("submitted", unit.name)
    standings = []
    for learner in grades.learners.values():
        mark = grades.marks.get((learner.id, unit.name))
        known = results.get(learner.id, {})
        words = _words(unit, mark, known, learner.id in failed, learner.id in handed_in)
        tried = attempts.get(learner.id, [])
        standings.append(
            Standing(
                code_of(learner.id) if anonymous else learner.id,
                "" if anonymous else f"{learner.first_name} {learner.last_name}".strip(),
                words,
                None if mark is None else mark.score,
                {} if mark is None else mark.exercises,
                len(tried),
                tried[-1].submitted if tried else "",
            )
        )
    names = {name: code_of(name) if anonymous else name for name in attempts}
    items = _items(unit, standings, attempts, results)
    graded = [each for each in standings if each.items]
    scores = np.array([[each.items.get(name, 0.0) for name in unit.exercises] for each in graded])
    report = UnitReport(
        unit,
        standings,
        items,
        statistics.alpha(scores) if graded and unit.exercises else None,
        sentences(attempts, names),
    )
    report.counts.update(word for each in standings for word in each.words)
    return report


def _words(unit: Unit, mark: Mark | None, known: dict, failed: bool, there: bool) -> list[str]:
    words = []
    if mark is not None or there or failed:
        words.append("submitted")
    if mark is not None:
        due = unit.due and unit.due + mark.extension if mark.extension else unit.due
        words += ["late"] if due and mark.timestamp and mark.timestamp > due else []
        words.append("graded")
        words += ["waits for a mark"] if mark.waits else []
    words += ["flagged"] if known.get("status") == FLAGGED else []
    words += ["ungradable"] if failed else []
    return words or ["nothing submitted"]


def _items(
    unit: Unit, standings: list[Standing], attempts: dict[str, list[Attempt]], results: dict
) -> list[Item]:
    graded = [each for each in standings if each.items]
    total = np.array([sum(each.items.values()) for each in graded])
    found = []
    for name, most in unit.exercises.items():
        item = Item(name, most, len(graded))
        points = np.array([each.items.get(name, 0.0) for each in graded])
        if graded and most:
            item.share = float(points.mean() / most)
            item.right = int((points >= most).sum())
            item.discrimination = statistics.discrimination(points, total)
            if item.discrimination is not None:
                item.interval = statistics.interval(item.discrimination, len(graded))
        until = [_until_right(tried, name) for tried in attempts.values()]
        item.attempts = _mean([number for number in until if number])
        item.seconds = _median(_seconds(results, name))
        item.hidden_only = _hidden_only(unit, graded, name)
        found.append(item)
    return found


def _until_right(tried: list[Attempt], name: str) -> int | None:
    for number, attempt in enumerate(tried, 1):
        points, most, _ = attempt.tests.get(name, (0.0, 1.0, ""))
        if points >= most:
            return number
    return None


def _seconds(results: dict, name: str) -> list[float]:
    return [
        tests[name]["seconds"]
        for known in results.values()
        for tests in known.get("tests", {}).values()
        if name in tests
    ]


def _hidden_only(unit: Unit, graded: list[Standing], name: str) -> int | None:
    parts = PAIR.match(name)
    visible = parts and f"{parts[1]}_visible"
    if not parts or parts[2] != "hidden" or visible not in unit.exercises:
        return None
    return sum(
        each.items.get(visible, 0) >= unit.exercises[visible]
        and each.items.get(name, 0) < unit.exercises[name]
        for each in graded
    )


def sentences(attempts: dict[str, list[Attempt]], names: dict[str, str]) -> list[Sentence]:
    """Group what failed tests said: who got it, who found out of it, and how soon.

    Parameters
    ----------
    attempts : dict
        Learner -> attempts, the oldest first.
    names : dict
        Learner -> what is shown for them.
    """
    told: dict[tuple[str, str], dict[str, list[int]]] = {}
    for learner, tried in attempts.items():
        for number, attempt in enumerate(tried):
            for test, (points, most, message) in attempt.tests.items():
                if points < most and message:
                    group = told.setdefault((test, first_words(message)), {})
                    group.setdefault(learner, []).append(number)
    found = []
    for (test, text), learners in told.items():
        ways = []
        again = 0
        for learner, places in learners.items():
            right = _until_right(attempts[learner][places[0] :], test)
            ways += [right - 1] if right else []
            again += len(places) > 1
        stuck = len(learners) >= OFTEN and again > len(learners) / 2
        who = sorted(names[learner] for learner in learners)
        found.append(Sentence(test, text, who, len(ways), _mean(ways), stuck))
    return sorted(found, key=lambda each: (-len(each.who), each.test, each.text))


def first_words(message: str) -> str:
    """Return a message's first line with words, without the name of the error."""
    line = next((line.strip() for line in message.splitlines() if line.strip()), "")
    return ERROR.sub("", line)


def _mean(values: list) -> float | None:
    return sum(values) / len(values) if values else None


def _median(values: list[float]) -> float | None:
    return float(np.median(values)) if values else None
