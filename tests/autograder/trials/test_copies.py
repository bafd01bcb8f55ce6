"""Are a course's finished copies tried as answers, and is it found out where one earns points?"""

import json

import nbformat
import pytest
import sandbox_needed  # noqa: F401
from tiny_course import TinyCourse, answer, book, check

from autograder.course import load_course
from autograder.problems import CannotStart
from autograder.trials.copies import finished_copies
from autograder.trials.exercises import Exercise
from autograder.trials.reading import read_named

WITHHELD = (
    'c.Autograder.withheld = {"middle": ["statistics.mean"], "spread": ["statistics.pstdev"]}'
)
# The audit's trials of finished copies alone, without its rounds.
TRIALS = """
import json
from pathlib import Path

from autograder.trials.command import _sandbox
from autograder.course import load_course
from autograder.engine.run import pool
from autograder.engine.submission.limits import Limits
from autograder.trials.audit import Audit
from autograder.trials.reading import read_named
from autograder.trials.running import errands, run_all

course = load_course(Path.cwd())
units = read_named(course, ())
audit = Audit(course, units)
todo = []
for exercise in units[0].exercises:
    planned = [trial for trial in audit._trials[exercise.key] if "finished copy" in trial.name]
    assert planned
    todo += errands(units[0], exercise, planned, Limits())
with pool.local_processes(_sandbox(course, units, False), 1) as executor:
    for tried in run_all(executor, todo):
        audit.findings[tried.exercise].add(tried)
found = audit.findings.values()
print(json.dumps({each.exercise.name: [fault.text for fault in each.faults] for each in found}))
"""
MIDDLE = "def middle(values):\n    total = 0\n    for value in values:\n        total += value\n"
MIDDLE += "    return total / len(values)"
SPREAD = "def spread(values):\n    mean = sum(values) / len(values)\n"
SPREAD += "    return (sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5"
MIDDLE_TEST = "import statistics\nassert middle([1, 2, 6]) == statistics.mean([1, 2, 6])"
# Beside the answer, a test that uses the copy itself has it given back for as long as it runs.
SPREAD_TEST = 'import statistics\n# autograder: checks = "inside"\n'
SPREAD_TEST += "assert abs(spread([1, 2, 6]) - statistics.pstdev([1, 2, 6])) < 1e-9"


def hidden(name, source):
    return check(name, f"# Hidden\n### BEGIN HIDDEN TESTS\n{source}\n### END HIDDEN TESTS")


def made_course(folder, *config):
    """A course of one unit with two sittings."""
    made = TinyCourse.new(folder, None, *config)
    unit = made.root / "source" / "week"
    unit.mkdir(parents=True)
    nbformat.write(
        book(answer("middle", MIDDLE), hidden("middle_hidden", MIDDLE_TEST)), unit / "a.ipynb"
    )
    nbformat.write(
        book(answer("spread", SPREAD), hidden("spread_hidden", SPREAD_TEST)), unit / "b.ipynb"
    )
    return made


def exercise(solution):
    return Exercise("u", "u", "f", solution, "", None, ())


def test_each_copy_of_a_single_answer_is_an_answer():
    found = finished_copies(exercise("def relu(z):\n    return z"), ("kit.relu", "deep.kit.Relu"))
    assert [(trial.name, trial.answer) for trial in found] == [
        ("the finished copy kit.relu", "from kit import relu as relu"),
        ("the finished copy deep.kit.Relu", "from deep.kit import Relu as relu"),
    ]
    assert all(trial.as_graded and trial.kind == "degenerate" for trial in found)


def test_copies_of_several_answers_are_one_answer_by_their_names():
    solution = "def one():\n    pass\n\n\ndef two():\n    pass\n\n\ndef three():\n    pass"
    [trial] = finished_copies(exercise(solution), ("kit.one", "other.one", "kit.three", "kit.four"))
    assert trial.answer == "from kit import one as one\nfrom kit import three as three"
    assert finished_copies(exercise(solution), ("kit.four",)) == []
    assert finished_copies(exercise(solution), ()) == []


@pytest.mark.parametrize(
    ("named", "books", "names"),
    [
        (["week"], ["a", "b"], ["middle", "spread"]),
        (["b"], ["b"], ["spread"]),
        (["b", "a", "b"], ["a", "b"], ["middle", "spread"]),
        (["a", "week"], ["a", "b"], ["middle", "spread"]),
        ([], ["a", "b"], ["middle", "spread"]),
    ],
)
def test_a_unit_or_one_of_its_notebooks_can_be_named(tmp_path, named, books, names):
    [unit] = read_named(load_course(made_course(tmp_path).root), tuple(named))
    assert list(unit.books) == books
    assert [each.name for each in unit.exercises] == names


def test_a_name_that_means_two_notebooks_or_none_is_refused(tmp_path):
    course = made_course(tmp_path)
    other = course.root / "source" / "later"
    other.mkdir()
    nbformat.write(book(), other / "a.ipynb")
    with pytest.raises(CannotStart, match="a notebook a in later and in week: name one of these"):
        read_named(load_course(course.root), ("a",))
    with pytest.raises(CannotStart, match="There is no unit c:"):
        read_named(load_course(course.root), ("c",))


def test_a_copy_that_is_not_there_is_refused(tmp_path):
    course = made_course(tmp_path, 'c.Autograder.withheld = {"spread": ["statistics.pstdew"]}')
    with pytest.raises(CannotStart, match=r"statistics\.pstdew for the exercise spread"):
        read_named(load_course(course.root), ())


def test_a_copy_that_earns_points_is_found_out(commands, tmp_path):
    course = made_course(tmp_path, WITHHELD)
    (tmp_path / "trials.py").write_text(TRIALS)
    status, said = commands.run(course.root, "python", str(tmp_path / "trials.py"))
    assert status == 0, said
    copy = "the finished copy statistics.pstdev"
    assert json.loads(said.splitlines()[-1]) == {
        "middle": [],
        "spread": [f"the degenerate answer {copy!r} earns 1 points of hidden tests."],
    }
