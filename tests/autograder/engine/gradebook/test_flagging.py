"""Does nbgrader's flag say which submissions to look at, and does a person's word on it stay?"""

import json
from types import SimpleNamespace

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from autograder.engine.gradebook.flagging import raise_flags
from autograder.engine.submission.results import (
    ExecutedNotebook,
    Flag,
    NotebookResult,
    SubmissionResult,
)
from autograder.engine.submission.tidying import Tidying
from autograder.engine.submission.written import written

CHANGED = Flag("changed", "visible", "The locked cell visible was changed.")
FILE = Flag("link", "data", "The folder data is a link: it was left out.")
LOOP = new_output("error", ename="CellTimeoutError", evalue="", traceback=["It was stopped."])
EARLY, LATER = "2026-11-20 10:00:00 UTC", "2026-11-20 11:00:00 UTC"


@pytest.fixture
def entries():
    """The gradebook's entries for a submission of two notebooks."""
    return [SimpleNamespace(name=name, flagged=False) for name in ("first", "second")]


@pytest.fixture
def grade(entries, tmp_path):
    """Give a function that grades a submission with such findings; return who is flagged."""
    before, submitted = tmp_path / "before", tmp_path / "submitted"

    def graded(when=EARLY, flags=(), loops=False, of_all=()):
        submitted.mkdir(exist_ok=True)
        (submitted / "timestamp.txt").write_text(when)
        cell = new_code_cell("f()", outputs=[LOOP] if loops else [])
        executed = ExecutedNotebook("first", new_notebook(cells=[cell]), {}, list(flags))
        first = written(executed, Tidying())
        second = NotebookResult("second", b"", {})
        result = SubmissionResult("ada", "u", "", [first, second], flags=[*flags, *of_all])
        result.stops = first.stops
        raise_flags(entries, result, submitted, before)
        before.mkdir(exist_ok=True)
        (before / "timestamp.txt").write_text(when)
        (before / "result.json").write_text(json.dumps(result.as_json({}, {})))
        return [book.flagged for book in entries]

    return graded


def test_the_notebook_with_something_to_look_at_is_flagged(grade):
    assert grade(flags=[CHANGED]) == [True, False]


def test_a_cell_that_ran_into_the_time_limit_is_something_to_look_at(grade):
    assert grade(loops=True) == [True, False]


def test_what_was_found_beside_the_notebooks_is_about_all_of_them(grade):
    assert grade(of_all=[FILE]) == [True, True]


def test_what_a_person_took_down_stays_down_until_there_is_other_work(grade, entries):
    grade(flags=[CHANGED])
    entries[0].flagged = False
    assert grade(flags=[CHANGED]) == [False, False]
    assert grade(when=LATER, flags=[CHANGED]) == [True, False]


def test_a_flag_goes_with_what_it_was_about_and_a_persons_own_stays(grade, entries):
    grade(flags=[CHANGED])
    assert grade(when=LATER) == [False, False]
    entries[1].flagged = True
    assert grade(when=LATER) == [False, True]
    assert grade(when=EARLY) == [False, True]
