"""The audit of this course: what its tests notice, and that they are fair."""

import json
import subprocess
import sys

import pytest
import sandbox_needed  # noqa: F401
from unit import ROOT, exercises, unit_names

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def audited():
    """What the audit says of each exercise of every unit."""
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "audit", "--json", "--min-kill", "0.98"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert records, done.stderr
    return done.returncode, records


def test_is_every_exercise_audited(audited):
    found = {(record["unit"], record["exercise"]) for record in audited[1]}
    assert found == {(unit, each.name) for unit in unit_names() for each in exercises(unit)}


def test_do_the_tests_notice_98_of_100_mutants(audited):
    status, records = audited
    made = sum(record["mutants"] - record["equivalent"] for record in records)
    survivors = [
        (record["exercise"], each["diff"]) for record in records for each in record["survivors"]
    ]
    assert made > 1000
    assert len(survivors) <= 0.02 * made, survivors
    assert status == 0


@pytest.mark.parametrize("what", ["degenerate", "right", "flaky", "isolation", "notes"])
def test_is_there_no_other_fault(audited, what):
    told = [
        (record["exercise"], fault["text"])
        for record in audited[1]
        for fault in record["faults"]
        if fault["what"] == what
    ]
    assert told == []
