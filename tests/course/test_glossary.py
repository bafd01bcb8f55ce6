"""The glossary: found with the release, laid on the desk, never overwritten."""

import pytest

from course.desk.desk import Desk
from course.desk.released import CourseError, glossary, released_units

WORK = b"hours of work"


@pytest.fixture
def desk(tmp_path, release):
    """A desk with the made-up release on it."""
    desk = Desk(tmp_path / "desk")
    desk.lay(released_units(release))
    return desk


def test_the_glossary_is_laid_and_renewed_while_the_learner_leaves_it_alone(desk, release):
    page = glossary(release)
    desk.lay_page(page)
    page.write_text("second edition")
    desk.lay_page(page)
    assert (desk.folder / "glossary.md").read_text() == "second edition"
    (desk.folder / "glossary.md").write_bytes(WORK)
    page.write_text("third edition")
    desk.lay_page(page)
    assert (desk.folder / "glossary.md").read_bytes() == WORK


def test_a_page_that_the_learner_brought_is_left_alone(desk, release):
    (desk.folder / "glossary.md").write_bytes(WORK)
    desk.lay_page(glossary(release))
    assert (desk.folder / "glossary.md").read_bytes() == WORK


def test_the_glossary_lies_beside_the_units_or_in_the_source(release, tmp_path):
    in_source = tmp_path / "source" / "glossary.md"
    assert glossary(release) == in_source
    in_source.rename(release / "glossary.md")
    assert glossary(release) == release / "glossary.md"
    (release / "glossary.md").unlink()
    with pytest.raises(CourseError, match=r"glossary\.md is missing; install the course again"):
        glossary(release)
