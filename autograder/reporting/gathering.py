"""What is known of a unit's class, put together from gradebook, results and attempts."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field

from autograder.course import Course
from autograder.engine.gradebook.attempts import Attempt, read_attempts, works
from autograder.engine.gradebook.class_grades import ClassGrades, Mark, Unit
from autograder.engine.gradebook.export import ungradable
from autograder.engine.gradebook.releases import read_releases
from autograder.engine.submission.results import FLAGGED, read_result
from autograder.reporting.analysis import Analysis, Item, until_right
from autograder.reporting.statistics import mean

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
        ``"submitted"``, ``"late"``, ``"graded"``, ``"feedback released"``, ``"flagged"``,
        ``"ungradable"``, ``"waits for a mark"``, or ``"nothing submitted"``.
    score : float or None
    items : dict
        Graded cell -> points; a cell that waits for a mark is not in it.
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
    exercises: list[Item] = field(default_factory=list)

    @property
    def unsettled(self) -> list[str]:
        """The cells that somebody still waits to have marked."""
        graded = [each for each in self.standings if each.items]
        return [
            name for name in self.unit.exercises if any(name not in each.items for each in graded)
        ]

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
    shown = read_releases(course.state, unit.name)
    standings = []
    for learner in grades.learners.values():
        mark = grades.marks.get((learner.id, unit.name))
        known = results.get(learner.id, {})
        words = _words(unit, mark, known, learner.id in failed, learner.id in handed_in)
        words += ["feedback released"] if learner.id in shown else []
        tried = attempts.get(learner.id, [])
        standings.append(
            Standing(
                code_of(learner.id) if anonymous else learner.id,
                "" if anonymous else f"{learner.first_name} {learner.last_name}".strip(),
                words,
                None if mark is None else mark.score,
                _marked(mark),
                len(tried),
                tried[-1].submitted if tried else "",
            )
        )
    names = {name: code_of(name) if anonymous else name for name in attempts}
    analysis = Analysis(unit, [each.items for each in standings if each.items], attempts, results)
    report = UnitReport(
        unit,
        standings,
        analysis.tests(),
        analysis.alpha(),
        sentences(attempts, names),
        exercises=analysis.exercises(),
    )
    report.counts.update(word for each in standings for word in each.words)
    return report


def _marked(mark: Mark | None) -> dict[str, float]:
    found = mark.exercises.items() if mark is not None else ()
    return {name: points for name, points in found if name not in mark.waiting}


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
            right = until_right(attempts[learner][places[0] :], [test])
            ways += [right - 1] if right else []
            again += len(places) > 1
        stuck = len(learners) >= OFTEN and again > len(learners) / 2
        who = sorted(names[learner] for learner in learners)
        found.append(Sentence(test, text, who, len(ways), mean(ways), stuck))
    return sorted(found, key=lambda each: (-len(each.who), each.test, each.text))


def first_words(message: str) -> str:
    """Return a message's first line with words, without the name of the error."""
    line = next((line.strip() for line in message.splitlines() if line.strip()), "")
    return ERROR.sub("", line)
