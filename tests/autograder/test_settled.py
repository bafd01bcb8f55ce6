"""What has not changed since a command ended is known without reading it."""

import os
import shutil

import pytest

from autograder.settled import Settled, everything_below


@pytest.fixture
def course(tmp_path):
    (tmp_path / "submitted" / "ana").mkdir(parents=True)
    (tmp_path / "submitted" / "ana" / "work.txt").write_text("1")
    return tmp_path


def noted(course, words=("grade", "u")):
    settled = Settled(course / "notes", list(words))
    settled.note([*everything_below(course / "submitted"), course / "config.py"], "nothing to do")
    return settled


def edit_the_same_length(course):
    path = course / "submitted" / "ana" / "work.txt"
    before = path.stat()
    path.write_text("2")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES = {
    "another learner": lambda course: (course / "submitted" / "ben").mkdir(),
    "another file": lambda course: (course / "submitted" / "ana" / "more.txt").touch(),
    "a file that is gone": lambda course: (course / "submitted" / "ana" / "work.txt").unlink(),
    "a text of the same length and time": edit_the_same_length,
    "a file that was missing": lambda course: (course / "config.py").touch(),
    "other permissions": lambda course: (course / "submitted" / "ana" / "work.txt").chmod(0o600),
}


def test_what_was_said_is_said_again_while_nothing_changes(course):
    assert noted(course).said() == "nothing to do"


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(course, change):
    settled = noted(course)
    CHANGES[change](course)
    assert settled.said() is None


def test_other_words_are_another_command(course):
    noted(course)
    assert Settled(course / "notes", ["grade", "u", "--json"]).said() is None


def test_a_copy_of_the_course_does_not_speak_for_the_first_one(course, tmp_path_factory):
    noted(course)
    copy = tmp_path_factory.mktemp("copy") / "course"
    shutil.copytree(course, copy)
    assert Settled(copy / "notes", ["grade", "u"]).said() is None
    assert Settled(course / "notes", ["grade", "u"]).said() == "nothing to do"


def test_other_settings_of_jupyter_are_seen(course, monkeypatch):
    settled = noted(course)
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(course))
    assert settled.said() is None


def test_what_the_command_itself_puts_on_pythons_path_is_no_change(course, monkeypatch):
    settled = Settled(course / "notes", ["grade", "u"])
    with monkeypatch.context() as patch:
        patch.syspath_prepend(course)
        settled.note([course / "config.py"], "nothing to do")
    assert Settled(course / "notes", ["grade", "u"]).said() == "nothing to do"


def test_what_is_forgotten_is_not_said(course):
    settled = noted(course)
    settled.forget()
    assert settled.said() is None


@pytest.mark.parametrize("text", ["", "[]", '{"seen": 3}', "\x00"])
def test_a_damaged_note_is_none(course, text):
    settled = noted(course)
    for path in (course / "notes").iterdir():
        path.write_text(text)
    assert settled.said() is None
