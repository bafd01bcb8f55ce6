"""`autograder audit` on a course unlike ours: is each planted weakness found, and nothing else?"""

import json

import nbformat
import pytest
import sandbox_needed  # noqa: F401
from statistics_course import statistics_course

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def audited(commands, tmp_path_factory):
    """The course folder, and what the audit says of each exercise."""
    root = statistics_course(tmp_path_factory.mktemp("statistics"))
    status, said = commands.run(root, "autograder", "audit", "--json", patience=600)
    assert status == 1, said
    found = [json.loads(line) for line in said.splitlines()]
    return root, {record["exercise"]: record for record in found}


def faults(audited, exercise):
    """The faults of an exercise by kind."""
    told = {}
    for fault in audited[1][exercise]["faults"]:
        told.setdefault(fault["what"], []).append(fault["text"])
    return told


@pytest.mark.parametrize("exercise", ["mean", "Tally"])
def test_is_a_good_exercise_without_fault(audited, exercise):
    record = audited[1][exercise]
    assert record["mutants"] >= 4
    assert record["survived"] == 0 and record["faults"] == []
    assert record["killed_by_visible"] + record["killed_by_hidden_only"] == record["mutants"]


def test_is_a_test_that_tries_too_little_found(audited):
    record = audited[1]["largest"]
    shown = "\n".join(survivor["diff"] for survivor in record["survivors"])
    assert "+        if True:" in shown or "+        if value != best:" in shown
    assert faults(audited, "largest") == {}


def test_is_an_equivalent_mutant_counted_apart(audited):
    record = audited[1]["largest"]
    assert record["equivalent"] == 1
    assert not any("value >= best" in survivor["diff"] for survivor in record["survivors"])


def test_are_points_for_nothing_found(audited):
    assert faults(audited, "spread") == {
        "degenerate": ["the degenerate answer 'zeros' earns 1 points of hidden tests."]
    }


def test_is_a_test_that_leans_on_another_answer_found(audited):
    assert list(faults(audited, "centered")) == ["isolation"]


def test_is_a_test_of_two_answers_said_to_depend_on_both(audited):
    assert [list(faults(audited, name)) for name in ("half", "quarter")] == [["isolation"]] * 2


def test_is_a_test_that_hangs_on_the_hash_seed_found(audited):
    [told] = faults(audited, "different")["flaky"]
    assert told.startswith("different_test refuses the solution") and "hash seed" in told


def test_is_a_lucky_seed_found(audited):
    [told] = faults(audited, "center")["flaky"]
    assert "the test's own seeds plus" in told


def test_are_refused_right_answers_found(audited):
    told = faults(audited, "scaled")["right"]
    assert len(told) == 2
    assert any("'float32' is refused" in text for text in told)
    assert any("'right_says_something' writes to stderr" in text for text in told)


def test_is_an_endless_loop_stopped_and_counted_as_noticed(audited):
    record = audited[1]["digits"]
    assert record["mutants"] - record["survived"] == record["killed_by_visible"] >= 15


def test_is_an_answer_that_a_person_grades_left_out(audited):
    assert "ideas" not in audited[1]


def test_does_the_page_show_the_survivors(audited):
    root, records = audited
    page = (root / ".autograder" / "audit.html").read_text(encoding="utf-8")
    assert page.count("Survives:") == sum(record["survived"] for record in records.values())
    assert "earns 1 points of hidden tests" in page
    assert "<script" not in page and "http" not in page


SHORT = """\
from autograder.cli import main
from autograder.trials import rounds

if __name__ == "__main__":
    rounds.ROUNDS = 1
    main(["audit", {options}])
"""
"""The audit with one round in place of fifty: what rounds find, the tests above ask."""


def test_does_the_exit_status_follow_the_share(commands, tmp_path):
    root = statistics_course(tmp_path)
    (root / "source" / "week1" / "words.ipynb").unlink()
    keep_only(root, {"mean", "mean_test", "largest", "largest_visible", "largest_hidden"})
    for options, expected in (('"--min-kill", "0.5"', 0), ("", 1)):
        (tmp_path / "short.py").write_text(SHORT.format(options=options), encoding="utf-8")
        status, said = commands.run(root, "python", str(tmp_path / "short.py"))
        assert (status, "2 exercises" in said) == (expected, True), said


def keep_only(root, names):
    """Leave these cells in the notebook, and those without a name."""
    path = root / "source" / "week1" / "averages.ipynb"
    book = nbformat.read(path, as_version=4)
    book.cells = [
        cell
        for cell in book.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id", "mean") in names
    ]
    nbformat.write(book, path)
