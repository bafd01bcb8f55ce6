"""`autograder watch` as its user sees it: from the exchange to the released page and back."""

import json
import shutil

import pytest
from watched_course import RIGHT, UNIT, WRONG

pytestmark = pytest.mark.slow

pytest_plugins = ["watched_fixtures"]

SUBMITTED, GRADED, PAGES = "submitted", "autograded", "feedback"


# What comes through


def test_from_submission_to_feedback(course):
    right, wrong = course.send("ana"), course.send("ben", WRONG)
    said = course.once(UNIT)
    assert "u ana: graded, 3 of 3" in said and "u ben: graded, 1 of 3" in said
    assert course.scores() == {"ana": 3, "ben": 1}
    assert "3 of 3" in right.page() and "1 of 3" in wrong.page()
    assert course.result("ana", UNIT)["status"] == "graded"
    assert "ana" in (course.root / ".autograder" / "report" / "index.html").read_text()
    assert course.litter() == []


def test_nothing_is_done_twice(course):
    sent = course.send("ana")
    course.once(UNIT)
    places = [path for path in course.root.rglob("*/ana/*/*") if path.is_file()]
    before = {path: path.stat().st_mtime_ns for path in (*places, sent.feedback)}
    assert "u ana" not in course.once(UNIT)
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_the_newest_is_graded(course):
    first = course.send("ana", WRONG)
    second = course.send("ana", RIGHT)
    course.once(UNIT)
    assert course.scores() == {"ana": 3}
    assert second.has_feedback() and not first.has_feedback()
    third = course.send("ana", WRONG)
    course.once(UNIT)
    assert course.scores() == {"ana": 1}
    assert "1 of 3" in third.page() and "3 of 3" in second.page()


def test_an_older_one_never_replaces_what_is_there(course):
    """Even when the newer one is in the exchange no more."""
    old = course.send("ana", WRONG)
    away = course.root.parent / "away"
    shutil.move(old.folder, away)
    new = course.send("ana", RIGHT)
    course.once(UNIT)
    shutil.rmtree(new.folder)
    shutil.move(away, old.folder)
    course.once(UNIT)
    assert course.scores() == {"ana": 3}


def test_all_units_of_the_gradebook(course):
    course.send("ana")
    course.send("ana", "My thoughts.", unit="essay")
    course.once()
    assert course.scores() == {"ana": 3}
    assert course.scores("essay") == {"ana": 1}


def test_tests_are_tried_when_somebody_has_submitted(course):
    """Does a unit that nobody submits cost nothing, and is what is found at the first one kept?"""
    places = course.root / ".autograder" / "places.json"
    places.unlink()
    assert "tests are tried" not in course.once() and not places.exists()
    course.send("ana")
    said = course.once()
    assert "u: its tests are tried" in said and "essay: its tests are tried" not in said
    assert list(json.loads(places.read_text())) == [UNIT]
    assert course.scores() == {"ana": 3}
    said = course.once()
    assert "tests are tried" not in said and "graded" not in said


def test_units_that_have_a_release_are_recorded(course):
    """Is everything that a fresh clone has released watched, and a draft left alone?"""
    (course.root / "gradebook.db").unlink()
    shutil.copytree(course.root / "source" / UNIT, course.root / "source" / "draft")
    course.send("ana")
    said = course.once()
    assert said.count("recorded there from the source") == 2
    assert "Watching essay, u in" in said and "draft" not in said
    assert course.scores() == {"ana": 3}


def test_units_that_were_not_named_are_left_alone(course):
    sent = course.send("ana", "My thoughts.", unit="essay")
    course.once(UNIT)
    assert not (course.root / SUBMITTED / "ana" / "essay").exists()
    assert not sent.has_feedback()


def test_what_was_collected_by_hand_is_graded_too(course):
    course.submit("ana", UNIT, "2030-01-01 12:00:00 UTC", double=RIGHT)
    said = course.once(UNIT)
    assert course.scores() == {"ana": 3}
    assert (course.root / PAGES / "ana" / UNIT / "u.html").is_file()
    assert "ana's feedback for u cannot be released" in said


# What does not come through


def test_ungradable_one_does_not_stop_the_others(course):
    sent = course.send("ana")
    broken = course.send("ben")
    (broken.folder / "u.ipynb").write_text("no notebook")
    said = course.once(UNIT, status=1)
    assert "u ben: ungradable" in said and "u.ipynb is no notebook" in said
    assert sent.has_feedback() and not broken.has_feedback()
    mended = course.send("ben")
    course.once(UNIT)
    assert mended.has_feedback()


def no_timestamp(folder):
    (folder / "timestamp.txt").unlink()


def another_timestamp(folder):
    (folder / "timestamp.txt").write_text("2020-01-01 00:00:00.000000 UTC")


def no_secret(folder):
    (folder / "submission_secret.txt").unlink()


def empty_secret(folder):
    (folder / "submission_secret.txt").write_text("")


@pytest.mark.parametrize("undo", [no_timestamp, another_timestamp, no_secret, empty_secret])
def test_a_half_written_submission_waits(course, undo):
    """A stale timestamp.txt may come from the learner's own folder."""
    sent = course.send("ana")
    whole = course.root.parent / "whole"
    shutil.copytree(sent.folder, whole)
    undo(sent.folder)
    said = course.once(UNIT, status=1)
    assert "ana's submission of u in the exchange is not whole" in said
    assert not (course.root / SUBMITTED / "ana").exists()
    shutil.copytree(whole, sent.folder, dirs_exist_ok=True)
    course.once(UNIT)
    assert sent.has_feedback()


def test_a_link_is_not_followed(course):
    sent = course.send("ana")
    (sent.folder / "notes.txt").symlink_to(course.root / "source" / UNIT / "u.ipynb")
    said = course.once(UNIT, status=1)
    assert "ana's submission of u was not collected: notes.txt is a link" in said
    assert not (course.root / SUBMITTED / "ana").exists()


@pytest.mark.parametrize("name", ["..", ".hidden", "a*", "", "a[b]"])
def test_a_name_that_leads_elsewhere_is_refused(course, name):
    sent = course.send("ana")
    stamp = sent.folder.name.split("+")[2]
    sent.folder.rename(sent.folder.with_name(f"{name}+u+{stamp}+x"))
    said = course.once(UNIT)
    assert "is no submission's name" in said
    assert not (course.root / SUBMITTED).exists() and not (course.root / UNIT).exists()


def test_a_folder_of_somebody_else_is_said(pristine, tmp_path):
    course = pristine.copy(tmp_path)
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "c.ExchangeCollect.check_owner = True\n")
    course.send("nobody-here")
    said = course.once(UNIT)
    assert "claims to be submitted by nobody-here but is owned by" in said


# What stops it


def test_a_unit_that_does_not_exist(course):
    status, said = course.autograder("watch", "--once", "missing")
    assert status == 2 and "The gradebook knows no unit missing" in said


def test_a_course_without_an_id(course):
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text().replace('"tiny"', '""'))
    status, said = course.autograder("watch", "--once", UNIT)
    assert status == 2 and "The course has no id" in said


def test_an_exchange_that_is_not_there(course):
    course.submit("ana", UNIT, "2030-01-01 12:00:00 UTC", double=RIGHT)
    course.exchange.parent.rename(course.root.parent / "away")
    said = course.once(UNIT, status=1)
    assert "The exchange cannot be read" in said
    assert course.scores() == {"ana": 3}


def test_a_disk_that_is_full(course):
    """Everything but the largest file can be written."""
    text = f"{RIGHT}\n\nfor _ in range(900):\n    print('x' * 900)"
    long, short = course.send("ana", text), course.send("ben")
    said = course.once(UNIT, status=1, most_bytes=500_000)
    assert "ana's grade for u is not saved" in said and "File too large" in said
    assert short.has_feedback() and not long.has_feedback()
    course.once(UNIT)
    assert long.has_feedback()
    assert course.litter() == []
