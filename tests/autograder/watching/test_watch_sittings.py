"""`autograder watch` over a unit of several notebooks: a page for each, and each of one attempt."""

import pytest
from tiny_course import answer, book, check
from watched_course import RIGHT, WRONG

pytestmark = pytest.mark.slow

pytest_plugins = ["watched_fixtures"]

UNIT = "pair"
BOOKS = ("a_one", "b_two")


@pytest.fixture
def pair(course):
    """A third unit, of two notebooks, whose exercises ask for the same function."""
    books = {
        name: book(
            answer(f"double_{name[0]}", RIGHT), check(f"{name}_test", "assert double(3) == 6")
        )
        for name in BOOKS
    }
    course.add(UNIT, **books)
    course.nbgrader("release_assignment", UNIT)
    return course


def pages(sent):
    """The notebooks whose pages have been released for an attempt."""
    return [name for name in BOOKS if sent.feedback_on(name).is_file()]


def test_each_notebook_of_a_unit_gets_its_page(pair):
    sent = pair.send("ana", unit=UNIT)
    assert "pair ana: graded, 2 of 2" in pair.once(UNIT)
    assert pages(sent) == list(BOOKS)
    assert 'href="b_two.html"' in sent.feedback_on("a_one").read_text()


def test_a_page_belongs_to_one_attempt(pair):
    """After an attempt with fewer notebooks, and one that cannot be graded at all."""
    first = pair.send("ana", unit=UNIT)
    pair.once(UNIT)
    before = [first.feedback_on(name).read_bytes() for name in BOOKS]

    second = pair.send("ana", WRONG, unit=UNIT, only=["a_one"])
    pair.once(UNIT)
    assert pages(second) == ["a_one"]
    said = second.feedback_on("a_one").read_text()
    assert "b_two<p>Not handed in this time.</p>" in "".join(said.split("\n"))

    third = pair.send("ana", unit=UNIT)
    for name in BOOKS:
        (third.folder / f"{name}.ipynb").write_text("no notebook")
    assert "pair ana: ungradable" in pair.once(UNIT, status=1)
    pair.autograder("feedback", UNIT, "--force")
    pair.nbgrader("release_feedback", UNIT)
    assert pages(third) == []
    assert pages(second) == ["a_one"]
    assert [first.feedback_on(name).read_bytes() for name in BOOKS] == before
