"""Does a unit that the gradebook does not know come to be there as nbgrader would record it?"""

import logging
import sqlite3

import nbformat
import pytest
from nbgrader.converters import NbGraderException
from sqlalchemy.exc import OperationalError
from tiny_course import TinyCourse, answer, book, check, essay

from autograder.converting import ConversionFailed, convert
from autograder.course import load_course
from autograder.engine.gradebook.recording import record_missing
from autograder.problems import CannotStart

pytestmark = pytest.mark.slow

UNIT = "pair"
FIRST = [answer("one", "one = 1"), check("one_is", "assert one == 1", 2), essay("thoughts")]
SECOND = [
    answer("two", "two = 2"),
    check("two_is", "### BEGIN HIDDEN TESTS\nassert two == 2\n### END HIDDEN TESTS"),
]
CELLS = """
select notebook.name, base_cell.name, base_cell.type, grade_cells.max_score,
       source_cell.cell_type, source_cell.locked, source_cell.source, source_cell.checksum
from base_cell join notebook on base_cell.notebook_id = notebook.id
left join grade_cells on grade_cells.id = base_cell.id
left join source_cell on source_cell.notebook_id = notebook.id
                     and source_cell.name = base_cell.name
order by notebook.name, base_cell.name, base_cell.type
"""


@pytest.fixture(scope="module")
def generated(commands, tmp_path_factory):
    """A course whose unit nbgrader has generated: released, and in the gradebook."""
    course = TinyCourse.new(tmp_path_factory.mktemp("generated"), commands)
    course.add(UNIT, files={"data.txt": "data"}, first=book(*FIRST), second=book(*SECOND))
    return course


@pytest.fixture
def cloned(generated, tmp_path):
    """The course as it is in a fresh clone: the release is there, the gradebook is not."""
    course = generated.copy(tmp_path)
    (course.root / "gradebook.db").unlink()
    (course.root / ".autograder").mkdir(exist_ok=True)
    return course


def record(course, *units):
    """Record units of a course; return what is said."""
    return record_missing(load_course(course.root), list(units or [UNIT]))


def released(course):
    """What lies in the release folder."""
    return {path.name: path.read_bytes() for path in (course.root / "release" / UNIT).iterdir()}


def rewrite(course, name, *cells):
    """Write a notebook of the unit anew."""
    nbformat.write(book(*cells), course.root / "source" / UNIT / f"{name}.ipynb")


def test_a_unit_is_recorded_as_nbgrader_does(generated, cloned):
    before = released(cloned)
    (said,) = record(cloned)
    assert (
        said == f"{UNIT} was not in the gradebook yet: it has been recorded there from the source."
    )
    assert cloned.sql(CELLS) == generated.sql(CELLS) != []
    versions = [each.sql("select version_num from alembic_version") for each in (generated, cloned)]
    assert versions[0] == versions[1]
    assert released(cloned) == before
    assert record(cloned) == []


def test_a_unit_without_a_release_gets_none(generated, cloned):
    (cloned.root / "release").rename(cloned.root / "elsewhere")
    assert len(record(cloned)) == 1
    assert cloned.sql(CELLS) == generated.sql(CELLS)
    assert not (cloned.root / "release").exists()


def test_a_release_that_differs_is_named_and_left_as_it_is(cloned):
    rewrite(cloned, "second", answer("two", "two = 2"), check("two_is", "assert two == 2 > 1"))
    before = released(cloned)
    (said,) = record(cloned)
    assert "differs from the source in second.ipynb:" in said
    assert f"`nbgrader generate_assignment --force {UNIT}`" in said
    assert released(cloned) == before


def test_a_unit_of_which_only_the_due_date_is_known_is_recorded(cloned):
    """The Formgrader makes such an entry when somebody sets the date first."""
    record(cloned)
    cloned.sql("delete from notebook")
    cloned.sql("delete from base_cell")
    cloned.sql("delete from source_cell")
    cloned.sql("update assignment set duedate = '2030-01-01 12:00:00.000000'")
    assert len(record(cloned)) == 1
    assert cloned.sql("select count(*) from notebook") == [(2,)]
    assert cloned.sql("select duedate from assignment") == [("2030-01-01 12:00:00.000000",)]


def test_a_unit_that_nbgrader_refuses_is_not_recorded_in_part(cloned):
    again = check("two_is", "assert two == 2")
    again["id"] = "again"
    rewrite(cloned, "second", *SECOND, again)
    with pytest.raises(CannotStart, match="two_is") as refused:
        record(cloned)
    assert UNIT in refused.value.message and "Traceback" not in refused.value.message
    assert cloned.sql("select count(*) from notebook") == [(0,)]
    rewrite(cloned, "second", *SECOND)
    assert len(record(cloned)) == 1


def test_a_unit_that_is_nowhere_is_refused_and_no_gradebook_is_made(cloned):
    with pytest.raises(CannotStart, match=f"no unit triple.* The source folder has {UNIT}"):
        record(cloned, UNIT, "triple")
    assert not (cloned.root / "gradebook.db").exists()


def test_a_gradebook_that_is_none_is_refused(cloned):
    (cloned.root / "gradebook.db").write_text("no database at all, but something else")
    with pytest.raises(CannotStart, match="cannot be opened"):
        record(cloned)


def test_a_place_that_cannot_be_written_is_said(cloned):
    (cloned.root / ".autograder" / "recording").write_text("a file in the place of a folder")
    with pytest.raises(CannotStart, match=r"recording.* cannot be written") as refused:
        record(cloned)
    assert UNIT in refused.value.message


def test_a_database_that_refuses_is_said_in_its_own_words():
    class Converter:
        log = logging.getLogger("converter")

        def start(self):
            try:
                raise OperationalError("INSERT", {}, sqlite3.OperationalError("disk is full"))
            except OperationalError:
                raise NbGraderException("There was an error, run db upgrade")  # noqa: B904

    with pytest.raises(ConversionFailed, match=r"^disk is full$"):
        convert(Converter())


def test_grade_records_the_unit_that_it_is_asked_for(cloned):
    cloned.submit("ann", UNIT, one="one = 1", two="two = 2")
    said = cloned.grade(UNIT)
    assert said.count("recorded there from the source") == 1
    assert "mean 3.00 of 5 points" in said
    assert "recorded" not in cloned.grade(UNIT, "--force")


def test_a_recording_that_was_stopped_is_done_again(generated, cloned):
    """One notebook is in the gradebook then, and the other is not."""
    cloned.submit("ann", UNIT, one="one = 1", two="two = 2")
    where = ("nbgrader.preprocessors.savecells", "SaveCells._create_notebook", 2)
    status, _ = cloned.autograder("grade", UNIT, dies_at=where)
    assert status == -9
    assert cloned.sql("select count(*) from notebook") == [(1,)]
    assert "recorded there from the source" in cloned.grade(UNIT)
    assert cloned.sql(CELLS) == generated.sql(CELLS)
