"""Signs that somebody is stuck: each alone, and none where there is nothing."""

from collections import Counter
from datetime import datetime

import pytest

from autograder.engine.gradebook.class_grades import Unit
from autograder.reporting.gathering import Standing, UnitReport
from autograder.reporting.stuck import Sign, stuck

NOW = datetime(2026, 11, 26)
DAY = "2026-11-2{}T00:00:00"


def report(name, **learner):
    told = {"score": 10.0, "items": {"relu": 10.0}, "attempts": 1, "last": DAY.format(5), **learner}
    standing = Standing("ada", "", [], **told)
    return UnitReport(Unit(name, {"relu": 10.0}), [standing], [], None, [], Counter())


@pytest.mark.parametrize(
    ("learner", "signs"),
    [
        ({}, []),
        ({"score": None, "items": {}, "attempts": 0, "last": ""}, []),
        (
            {"score": 5.0, "items": {"relu": 5.0}, "attempts": 4},
            [
                "4 attempts at 3, and points are missing in relu",
                "50% of the points in 3, 100% in the others",
            ],
        ),
        ({"score": 5.0, "items": {"relu": 5.0}}, ["50% of the points in 3, 100% in the others"]),
        ({"score": 8.0, "items": {"relu": 8.0}}, []),
        ({"attempts": 9}, []),
    ],
)
def test_what_is_a_sign_and_what_is_none(learner, signs):
    assert stuck([report("1"), report("2"), report("3", **learner)], NOW) == [
        Sign("ada", text) for text in signs
    ]


@pytest.mark.parametrize(("day", "told"), [("2026-11-17T00:00:00", 9), ("2026-11-20T00:00:00", 0)])
def test_who_has_handed_in_nothing_for_a_week(day, told):
    waiting = report("2", score=None, items={}, attempts=0, last="")
    found = stuck([report("1", last=day), waiting], NOW)
    assert found == ([Sign("ada", f"nothing handed in for {told} days")] if told else [])
