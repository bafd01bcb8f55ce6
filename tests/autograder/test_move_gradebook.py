"""Does `autograder move-gradebook` copy all or nothing, and see every difference?"""

import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.course import load_course
from autograder.engine.gradebook import moving
from autograder.engine.gradebook.recording import gradebook_of


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A course with a gradebook that has learners and a unit."""
    root = tmp_path_factory.mktemp("moving")
    (root / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.course_id = "moving"\n'
    )
    with gradebook_of(load_course(root)) as book:
        book.add_assignment("unit", duedate="2030-01-01 12:00:00 UTC")
        for name in ("ada", "bob", "cyn"):
            book.add_student(name, first_name=name.title())
    return root


def run(root, to):
    done = CliRunner().invoke(main, ["move-gradebook", to, "--course-dir", str(root)])
    return done.exit_code, done.output


def rows(path, table="student"):
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute(f"select * from {table}"))


def test_the_copy_has_every_row_and_the_old_one_stays(made, tmp_path):
    before = (made / "gradebook.db").read_bytes()
    status, said = run(made, f"sqlite:///{tmp_path}/new.db")
    assert status == 0, said
    assert said.splitlines()[-1] == f'c.CourseDirectory.db_url = "sqlite:///{tmp_path}/new.db"'
    for table in ("student", "assignment", "course", "alembic_version"):
        assert rows(tmp_path / "new.db", table) == rows(made / "gradebook.db", table) != []
    assert (made / "gradebook.db").read_bytes() == before


def test_a_database_that_is_not_empty_is_refused(made, tmp_path):
    with closing(sqlite3.connect(tmp_path / "new.db")) as connection:
        connection.execute("create table student (id text)")
    status, said = run(made, f"sqlite:///{tmp_path}/new.db")
    assert status == 2 and "is not empty, it has the tables student" in said
    assert rows(tmp_path / "new.db") == []


@pytest.mark.parametrize("change", ["changed", "missing", "more"])
def test_a_difference_is_seen_and_nothing_is_kept(made, tmp_path, monkeypatch, change):
    """Something writes other rows into the copy than it is given."""

    def spoiled(source, target):
        moving_copy(source, target)
        statement = {
            "changed": "update student set first_name = 'Eve' where id = 'bob'",
            "missing": "delete from student where id = 'bob'",
            "more": "insert into student (id) values ('eve')",
        }[change]
        target.exec_driver_sql(statement)

    moving_copy = moving._copy
    monkeypatch.setattr(moving, "_copy", spoiled)
    status, said = run(made, f"sqlite:///{tmp_path}/new.db")
    expected = "student has more rows" if change == "more" else "the row bob of student"
    assert status == 2 and expected in said
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        rows(tmp_path / "new.db")


def test_an_older_gradebook_is_refused(made, tmp_path):
    old = tmp_path / "gradebook.db"
    old.write_bytes((made / "gradebook.db").read_bytes())
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n")
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("alter table student drop column lms_user_id")
    status, said = run(tmp_path, f"sqlite:///{tmp_path}/new.db")
    assert status == 2 and "lacks student.lms_user_id" in said and "nbgrader db upgrade" in said


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("gradebook", "gradebook is no address of a database"),
        ("sqlite:////nowhere/new.db", "cannot be opened (unable to open database file)"),
        ("oracle+cx_oracle://user:secret@host/name", "needs the package cx_Oracle"),
    ],
)
def test_an_address_that_cannot_be_used(made, to, reason):
    status, said = run(made, to)
    assert status == 2 and reason in said and "secret" not in said
    assert len(said.splitlines()) == 1


def test_there_is_nothing_to_move(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n")
    status, said = run(tmp_path, f"sqlite:///{tmp_path}/new.db")
    assert status == 2 and "There is no gradebook at" in said
    assert not (tmp_path / "new.db").exists()
