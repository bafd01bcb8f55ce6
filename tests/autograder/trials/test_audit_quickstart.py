"""`autograder audit` on the course that nbgrader itself lays down with `nbgrader quickstart`."""

import json

import pytest
import sandbox_needed  # noqa: F401
from warm_commands import WarmCommands

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """What the audit says of each exercise."""
    folder = tmp_path_factory.mktemp("quickstart") / "room"
    folder.mkdir()
    commands = WarmCommands()
    try:
        status, said = commands.run(folder, "nbgrader", "quickstart", "course101")
        assert status == 0, said
        course = folder / "course101"
        status, said = commands.run(course, "autograder", "audit", "--json", patience=600)
    finally:
        commands.close()
    assert status == 1, said
    return {record["exercise"]: record for record in map(json.loads, said.splitlines())}


def faults(record, what):
    return [fault["text"] for fault in record["faults"] if fault["what"] == what]


def test_its_tests_notice_every_mutant(found):
    assert set(found) == {"squares", "sum_of_squares"}
    assert all(record["mutants"] and not record["survivors"] for record in found.values())


def test_an_exercise_that_cannot_pass_alone_is_found(found):
    assert faults(found["sum_of_squares"], "isolation")
    assert not faults(found["squares"], "isolation")


def test_points_for_nothing_are_found(found):
    told = faults(found["sum_of_squares"], "degenerate")
    assert "the degenerate answer 'zeros' earns 0.5 points of visible tests." in told
    assert any("'zeros' earns 1 points" in text for text in faults(found["squares"], "degenerate"))


def test_a_test_that_deletes_a_learners_name_is_no_trouble(found):
    assert not faults(found["sum_of_squares"], "right")
