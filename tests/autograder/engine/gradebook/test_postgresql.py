"""Is a gradebook in PostgreSQL as good as one in a file, whatever happens to the connection?"""

import os
import signal
import sqlite3
from contextlib import closing

import pytest
from nbgrader.api import Gradebook
from postgres_course import ANSWERS, UNIT, PostgresCourse, filled, until
from tiny_course import TinyCourse
from warm_commands import WarmCommands

pytest_plugins = ["postgres_server"]
pytestmark = pytest.mark.slow

CELL = """
(select grade.id from grade join base_cell on base_cell.id = grade.cell_id
join submitted_notebook on submitted_notebook.id = grade.notebook_id
join submitted_assignment on submitted_assignment.id = submitted_notebook.assignment_id
where submitted_assignment.student_id = ? and base_cell.name = ?)
"""


@pytest.fixture(scope="module")
def ungraded(postgres, commands, tmp_path_factory):
    """Submissions that wait."""
    return filled(PostgresCourse.new(tmp_path_factory.mktemp("ungraded"), commands, postgres))


@pytest.fixture(scope="module")
def more_commands():
    """For a command beside another one."""
    made = WarmCommands()
    yield made
    made.close()


@pytest.fixture(scope="module")
def graded(ungraded, tmp_path_factory):
    """The same, graded."""
    course = ungraded.copy(tmp_path_factory.mktemp("graded"))
    course.first = course.records(UNIT)
    return course


@pytest.fixture(scope="module")
def in_a_file(commands, tmp_path_factory):
    """The same course with a gradebook as ever."""
    course = filled(TinyCourse.new(tmp_path_factory.mktemp("file"), commands))
    course.first = course.records(UNIT)
    return course


def told(course):
    """What the gradebook says, in words that all databases share."""
    return {
        student: [tuple(_plain(value) for value in row) for row in rows]
        for student, rows in course.grades().items()
    }


def _plain(value):
    text = str(int(value) if isinstance(value, bool) else value)
    return text.removesuffix(".000000")


def _but_seconds(text):
    return [line for line in text.splitlines() if '"seconds"' not in line]


def without_seconds(records):
    return {name: {**record, "seconds": 0} for name, record in records.items()}


# The same as ever


def test_grades_are_those_of_a_file(graded, in_a_file):
    assert without_seconds(graded.first) == without_seconds(in_a_file.first)
    assert {name: record["score"] for name, record in graded.first.items()} == {
        "right": 2,
        "wrong": 0,
        "silent": 0,
    }
    assert told(graded) == told(in_a_file)
    assert graded.export() == in_a_file.export()
    assert graded.folders(UNIT) == in_a_file.folders(UNIT)


def test_marks_by_hand_stay_and_nothing_is_graded_without_need(graded, tmp_path):
    course = graded.copy(tmp_path)
    with Gradebook(course.url, "tiny") as gradebook:
        grade = gradebook.find_grade("thoughts", UNIT, UNIT, "right")
        grade.manual_score, grade.needs_manual_grade = 1.5, False
        gradebook.find_comment("thoughts", UNIT, UNIT, "right").manual_comment = "Well thought."
        gradebook.db.commit()
    again = course.records(UNIT)
    assert {record["unchanged"] for record in again.values()} == {True}
    assert again["right"]["score"] == 3.5
    assert course.records(UNIT, "--force")["right"]["score"] == 3.5
    kept = course.sql(f"select manual_score, needs_manual_grade from grade where id = {CELL}",
                      "right", "thoughts")  # fmt: skip
    assert kept == [(1.5, False)]
    course.autograder("feedback", UNIT)
    page = course.root / "feedback" / "right" / UNIT / f"{UNIT}.html"
    assert "Well thought." in page.read_text(encoding="utf-8")


def test_a_mark_that_is_written_at_the_same_moment(graded, tmp_path):
    """Does grading wait for the Formgrader's transaction, and see its mark?"""
    course = graded.copy(tmp_path)
    course.submit("right", UNIT, one="one = 3", thoughts="I think.")
    with course.server.open(course.url) as formgrader:
        marks = "update grade set manual_score = 1, needs_manual_grade = false where id = "
        formgrader.execute(marks + CELL.replace("?", "%s"), ("right", "test"))
        course.commands.start(course.root, "autograder", "grade", UNIT)
        until(course.waits)
        formgrader.commit()
    assert course.commands.status() == 0
    course.commands.check_alone()
    asked = "select auto_score, manual_score, needs_manual_grade from grade where id = "
    # What was marked was the answer before: a person is to look again.
    assert course.sql(asked + CELL, "right", "test") == [(0, 1, True)]


@pytest.mark.parametrize(
    "words",
    [
        ("feedback", UNIT),
        ("report", "--json"),
        ("export", "--to", "wide", "--exercises", "--output", "wide.csv"),
        ("history", "right", UNIT),
        ("similar", UNIT),
    ],
    ids=lambda words: words[0],
)
def test_what_others_make_of_it(graded, in_a_file, words):
    """Reports, pages and tables say what they say of a gradebook in a file."""
    found, expected = (course.autograder(*words) for course in (graded, in_a_file))
    assert found[0] == 0, found[1]
    if words[0] != "history":  # which says when
        assert _but_seconds(found[1]) == _but_seconds(expected[1])
    if words[0] == "export":
        tables = [(course.root / "wide.csv").read_text() for course in (graded, in_a_file)]
        assert tables[0] == tables[1]


def test_preview_and_apply(graded, tmp_path):
    course = graded.copy(tmp_path)
    course.submit("wrong", UNIT, "2030-01-01 11:00:00 UTC", one="one = 1", thoughts="I think.")
    before = course.grades()
    said = course.grade(UNIT, "--preview")
    assert "1 gain points" in said and course.grades() == before
    assert "1 submissions are written as previewed" in course.grade(UNIT, "--apply")
    assert float(course.export()["wrong"]["score"]) == 2


# Moving


def test_a_term_moves_there_and_back(in_a_file, postgres, tmp_path):
    """Is every row as it was, and nothing to be graded again?"""
    course = in_a_file.copy(tmp_path)
    old, back = course.root / "gradebook.db", tmp_path / "back.db"
    before = old.read_bytes()
    url = postgres.new()
    said = moved(course, url)
    assert f'c.CourseDirectory.db_url = "{url}"' in said.splitlines()
    assert old.read_bytes() == before
    again = course.records(UNIT)
    assert {record["unchanged"] for record in again.values()} == {True}
    assert course.export() == in_a_file.export()
    moved(course, f"sqlite:///{back}")
    assert rows_of(back) == rows_of(old)
    status, said = course.autograder("move-gradebook", url)
    assert status == 2 and "is not empty, it has the tables alembic_version" in said


def moved(course, url):
    """Move a gradebook, and do as the command says then."""
    status, said = course.autograder("move-gradebook", url)
    assert status == 0, said
    with open(course.root / "nbgrader_config.py", "a", encoding="utf-8") as file:
        file.write(said.splitlines()[-1] + "\n")
    return said


def rows_of(path):
    """Return every row of a gradebook in a file, by table."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("select name from sqlite_master where type = 'table'")
        return {
            name: sorted(connection.execute(f"select * from {name}"), key=repr)
            for (name,) in names.fetchall()
        }


def test_a_row_that_the_server_refuses(in_a_file, postgres, tmp_path):
    """SQLite takes a grade of no cell; then nothing is moved, and the sentence says why."""
    course = in_a_file.copy(tmp_path)
    course.sql("update grade set cell_id = 'none' where auto_score = 2")
    url = postgres.new()
    status, said = course.autograder("move-gradebook", url)
    assert status == 2 and len(said.splitlines()) == 1
    assert "cannot be copied" in said and "foreign key" in said
    assert postgres.run(url, "select * from pg_tables where schemaname = 'public'") == []


# The lock


def test_commands_of_two_machines_refuse_each_other(ungraded, more_commands, tmp_path):
    """Two course folders, one gradebook; a killed holder's lock is free."""
    one = ungraded.copy(tmp_path / "one")
    other = one.copy(tmp_path / "other", own=False)
    other.commands = more_commands
    with one.server.open(one.url) as elsewhere:
        # Stands for the first machine's command in the middle of its work.
        elsewhere.execute("lock table grade in exclusive mode")
        pid = one.commands.start(one.root, "autograder", "grade", UNIT)
        until(one.waits)
        answers = [other.autograder(command, UNIT) for command in ("grade", "feedback")]
        os.kill(pid, signal.SIGKILL)
        assert one.commands.status() == -signal.SIGKILL
        one.commands.check_alone()
    for status, said in answers:
        assert status == 2
        assert f"`autograder grade` (process {pid}) on " in said
        assert "is at work in the gradebook postgresql://" in said
    until(lambda: not one.is_locked())
    assert set(other.records(UNIT)) == set(ANSWERS)


# What can happen to the connection


@pytest.mark.parametrize(
    "moment",
    [
        ("autograder.engine.gradebook.saving", "note_attempts", 2),
        ("autograder.engine.gradebook.saving", "replace", 1),
    ],
    ids=lambda moment: moment[1],
)
def test_a_killed_run_is_completed_by_the_next(ungraded, graded, tmp_path, moment):
    course = ungraded.copy(tmp_path)
    course.grade(UNIT, status=-signal.SIGKILL, dies_at=moment)
    until(lambda: not course.is_locked())
    assert course.records(UNIT).keys() == ANSWERS.keys()
    assert told(course) == told(graded)
    assert course.folders(UNIT) == graded.folders(UNIT)
    assert course.unfinished() == []


@pytest.mark.parametrize(
    ("connections", "sentence"),
    [
        ("%", "The connection to the gradebook postgresql://"),
        # The lock alone is lost: another command could be at work before the next row is written.
        ("`autograder%", "The connection that kept others out of the gradebook is lost"),
    ],
    ids=["all", "lock"],
)
def test_a_lost_connection_ends_the_run(ungraded, graded, tmp_path, connections, sentence):
    """With one sentence, and the next run does the rest."""
    course = ungraded.copy(tmp_path)
    with course.server.open(course.url) as other:
        other.execute("lock table grade in exclusive mode")
        course.commands.start(course.root, "autograder", "grade", UNIT)
        until(course.waits)
        assert course.server.cut(course.url, connections) >= 1
    status = course.commands.status()
    course.commands.check_alone()
    said = course.commands.printed(course.root)
    assert status == 2
    assert said.startswith(f"Error: {sentence}"), said
    assert len(said.splitlines()) == 1 and "he same command goes on" in said
    assert len(course.grades()) < len(ANSWERS)
    course.records(UNIT)
    assert told(course) == told(graded)
    assert course.folders(UNIT) == graded.folders(UNIT)


@pytest.mark.parametrize("command", ["grade", "report"])
def test_a_server_that_does_not_answer(graded, tmp_path, command):
    """One sentence, and no password in it."""
    course = graded.copy(tmp_path, own=False)
    course.use("postgresql://grader:secret@/term?host=/nowhere")
    status, said = course.autograder(command, UNIT)
    assert status == 2
    assert "cannot be opened" in said and len(said.splitlines()) == 1
    assert "secret" not in said and "***" in said
