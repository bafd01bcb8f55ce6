"""Every try was read and judged, and the words that were judged are still the ones that are said.

A try is what a beginner really wrote into an answer cell; `read_tries` says how it is read, and
`judged/UNIT.toml` what was found: the mistake, and a phrase of the message that answers it.
"""

import gc
from collections import Counter

import pytest
from read_tries import HERE, VERDICTS, judgements, read_unit, tries, unit_names

from course.checks import cells

# A try that opens a file and never closes it is told so by Python, whenever the file is cleaned up.
pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)

MOST_GENERAL = 0.05
"""The share of wrong tries that may hear a hint which speaks of no mistake in particular."""

JUDGED = [unit for unit in unit_names() if (HERE / "judged" / f"{unit}.toml").exists()]


@pytest.mark.slow
@pytest.mark.parametrize("unit", JUDGED)
def test_each_try_reads_what_was_judged(unit):
    differing = {
        path.stem: f"{verdict}: {reading.text}"
        for path, _, reading, verdict, _ in read_unit(HERE, unit)
        if verdict != judgements(unit)[path.stem]["verdict"]
    }
    cells.forget()
    gc.collect()  # a file left open is told of here, and not in a test of another file
    assert not differing


@pytest.mark.parametrize("unit", JUDGED)
def test_a_judgement_says_what_the_mistake_is_and_which_words_answer_it(unit):
    judged = judgements(unit)
    assert set(judged) == {path.stem for path in tries(HERE, unit)}
    for name, judgement in judged.items():
        assert judgement["mistake"].strip(), f"{name}: what is the mistake?"
        assert judgement["verdict"] in VERDICTS
        assert judgement["verdict"] == "passed" or len(judgement["says"]) > 8, name


@pytest.mark.parametrize("unit", unit_names())
def test_every_unit_is_judged(unit):
    assert unit in JUDGED


def test_no_try_ends_in_a_bare_error_and_few_in_a_general_hint():
    counts = Counter(one["verdict"] for unit in JUDGED for one in judgements(unit).values())
    wrong = counts.total() - counts["passed"]
    assert counts["bare"] == 0
    assert counts["general"] <= MOST_GENERAL * wrong
