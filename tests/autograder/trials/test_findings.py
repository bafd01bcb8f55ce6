"""What the audit notes of an exercise's trials, and what the course may say of it."""

import pytest
from statistics_course import statistics_course

from autograder.course import load_course
from autograder.problems import CannotStart
from autograder.trials.exercises import Exercise
from autograder.trials.findings import Finding, share_killed
from autograder.trials.mutations.mutants import mutants
from autograder.trials.notes import Notes, read_notes
from autograder.trials.running import Told, Trial, Tried

SOLUTION = "def f(x):\n    return x + 1\n"
EXERCISE = Exercise("u", "u", "f", SOLUTION, "", None, ())


@pytest.fixture
def statistics(tmp_path):
    return load_course(statistics_course(tmp_path))


def noted(statistics, text):
    folder = statistics.root / "tests" / "answers" / "u" / "f"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "audit.toml").write_text(text)
    return read_notes(statistics, EXERCISE)


def test_is_a_note_read(statistics):
    text = '[[equivalent]]\nwas = "return x + 1"\nbecomes = "return x - 1"\nreason = "so it is"\n'
    notes = noted(statistics, f"columns = true\n{text}")
    assert notes.columns
    told = {mutant.becomes.strip(): notes.reason(mutant) for mutant in mutants(SOLUTION)}
    assert told["return x - 1"] == "so it is"
    assert sum(reason is not None for reason in told.values()) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("columns = 1", "columns must be true or false"),
        ("colums = true", "it knows no colums"),
        ('[[equivalent]]\nwas = "a"\nbecomes = "b"', "lacks reason"),
        ("[[equivalent]", "cannot be read"),
        ("equivalent = [1]", "cannot be read"),
    ],
)
def test_is_a_bad_note_refused_with_its_place(statistics, text, said):
    with pytest.raises(CannotStart, match=said) as refused:
        noted(statistics, text)
    assert "audit.toml" in refused.value.message


def told(passed, points=1.0, stderr=""):
    return Told(points if passed else 0.0, points, passed, "" if passed else "No.", stderr, 0.0)


def finding(*tried, equivalent=None):
    made = Finding(EXERCISE, Notes("audit.toml", equivalent=equivalent or {}))
    for visible, hidden, mutant in tried:
        trial = Trial("mutant", "0", mutant.source)
        made.add(Tried(EXERCISE.key, trial, {"v": told(visible)}, {"h": told(hidden)}), mutant)
    made.close()
    return made


def test_are_mutants_counted_by_what_notices_them():
    one, two, three = mutants(SOLUTION)[:3]
    found = finding((False, False, one), (True, False, two), (True, True, three))
    assert (found.killed_visible, found.killed_hidden, len(found.survivors)) == (1, 1, 1)
    assert share_killed([found]) == pytest.approx(2 / 3)


def test_is_an_equivalent_mutant_not_held_against_the_tests():
    first = mutants(SOLUTION)[0]
    lines = first.was.strip(), first.becomes.strip()
    found = finding((True, True, first), equivalent={lines: "for a reason"})
    assert (found.equivalent, found.survivors, found.faults) == (1, [], [])
    assert share_killed([found]) == 1


def test_is_a_note_that_fits_nothing_a_fault():
    found = finding((False, False, mutants(SOLUTION)[0]), equivalent={("a", "b"): "for a reason"})
    assert [fault.what for fault in found.faults] == ["notes"]


@pytest.mark.parametrize(
    ("name", "visible", "hidden", "faults"),
    [
        ("zeros", False, False, 0),
        ("zeros", True, False, 1),
        ("zeros", False, True, 1),
        ("hard-coded", True, False, 0),
        ("hard-coded", True, True, 1),
    ],
)
def test_which_points_a_degenerate_answer_may_earn(name, visible, hidden, faults):
    made = Finding(EXERCISE, Notes("audit.toml"))
    trial = Trial("degenerate", name, "")
    made.add(Tried(EXERCISE.key, trial, {"v": told(visible)}, {"h": told(hidden)}))
    assert len(made.faults) == faults


@pytest.mark.parametrize(
    ("visible", "stderr", "said"),
    [(False, "", "is refused: No."), (True, "oh", "writes to stderr")],
)
def test_what_is_held_against_a_right_answer(visible, stderr, said):
    made = Finding(EXERCISE, Notes("audit.toml"))
    trial = Trial("right", "right_other", "")
    made.add(Tried(EXERCISE.key, trial, {"v": told(visible, stderr=stderr)}, {}))
    assert said in made.faults[0].text
    assert [fault.what for fault in made.faults] == ["right"]
