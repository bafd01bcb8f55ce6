"""Does the audit name the tests whose verdict depends on where they run, and no others?"""

import nbformat
import pytest
from tiny_course import answer, book, check

from autograder.course import load_course
from autograder.engine.run.places import noted_places
from autograder.trials import places
from autograder.trials.audit import Audit
from autograder.trials.places import inside_places
from autograder.trials.reading import read_named

PATCHES = "import math\nmath.sqrt = None\nassert root(9) == 3"
CELLS = (
    answer("copied", "def copied(values):\n    return list(values)"),
    check("copied_equal", "assert copied([3, 1]) == [3, 1]"),
    check("copied_taken", "given = [3, 1]\nassert copied.__code__.co_argcount == 1"),
    check("copied_said", '# autograder: checks = "outside"\nassert copied([1]) is not copied'),
    answer("root", "def root(x):\n    return x ** 0.5"),
    check("root_value", "assert root(4) == 2"),
    # A name that an earlier test has set, and no locked cell.
    check("root_given", "assert given == [3, 1] and root(given[1]) == 1"),
    check("root_patched", PATCHES),
)


@pytest.fixture
def course(tmp_path):
    """A course of one unit, which nobody has graded."""
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n")
    unit = tmp_path / "source" / "u"
    unit.mkdir(parents=True)
    nbformat.write(book(*CELLS), unit / "u.ipynb")
    return load_course(tmp_path)


def told(course):
    """The tests that are named, and why."""
    found = inside_places(course, read_named(course, ()))
    return {test: reason for tests in found.values() for test, reason in tests.items()}


def test_what_the_texts_say(course):
    found = told(course)
    assert found.keys() == {"copied_taken"}  # what a test patches is patched outside, too
    assert "__code__" in found["copied_taken"]


@pytest.mark.parametrize(("text", "is_told"), [("assert root(4) == 2", True), ("old", False)])
def test_what_trials_found_as_long_as_the_test_is_the_same(course, monkeypatch, text, is_told):
    noted = {"u": {"root_value": ("it gives other points", text)}}
    monkeypatch.setattr(places, "noted_places", lambda *_: noted)
    assert (told(course).get("root_value") == "it gives other points") is is_told


def test_a_note_of_an_older_version_is_not_read(course):
    course.state.mkdir()
    (course.state / "places.json").write_text('{"u": {"inside": {"u": {"root_value": "why"}}}}')
    assert noted_places(course, "u") == {}


def test_it_stands_with_its_exercise(course):
    findings = Audit(course, read_named(course, ())).findings
    assert list(findings["u", "u", "copied"].as_json()["inside"]) == ["copied_taken"]
