"""Grades in the schools' own files: who has a row, what stands in it, what is said besides."""

import csv
import datetime as dt
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from nbgrader.api import Gradebook
from nbgrader.apps import ExportApp

from autograder.cli import main
from autograder.course import load_course
from autograder.engine.gradebook.export import FILE as UNGRADABLE
from autograder.engine.gradebook.extensions import extension_of
from autograder.engine.gradebook.recording import gradebook_of
from autograder.exports import CanvasExporter, MoodleExporter, WideExporter
from autograder.exports.tables import number

UNITS = {"01_lines": {"double": 2.0, "triple": 3.0}, "02_nodes": {"node": 4.0}}
LATE = dt.datetime(2026, 11, 26, 12)
ROSTER = """\
id;first_name;last_name;email;section;canvas_id;sis_user_id;sis_login_id;moodle_username;extension;shoe
ada;Ada;Lovelace;ada@school.example;A;17;S17;ada.l;alovelace;24;37
bob;Bob;"Müller; Jr.";;B;18;S18;bob;bmueller;;
eve;Eve;Moneypenny;eve@school.example;B;19;S19;eve;emoney;0.5;
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A class of four: ada has all, bob is late and waits, cyd is ungradable, dan did nothing."""
    tmp_path = tmp_path_factory.mktemp("class")
    (tmp_path / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.course_id = "cases"\n'
    )
    with gradebook_of(load_course(tmp_path)) as book:
        for unit, cells in UNITS.items():
            book.add_assignment(unit, duedate=LATE)
            book.add_notebook("n", unit)
            for cell, points in cells.items():
                book.add_grade_cell(cell, "n", unit, max_score=points, cell_type="code")
        for name in ("ada", "bob", "cyd", "dan"):
            book.add_student(name, first_name="", last_name="")
        book.add_solution_cell("words", "n", "01_lines")
        _grade(book, "01_lines", "ada", double=2.0, triple=2.5)
        [comment] = book.find_submission("01_lines", "ada").notebooks[0].comments
        comment.manual_comment = "Well done.\n1 < 2"
        _grade(book, "02_nodes", "ada", node=4.0)
        _grade(book, "01_lines", "bob", penalty=1.0, double=2.0, triple=None)
    (tmp_path / ".autograder").mkdir()
    (tmp_path / ".autograder" / UNGRADABLE).write_text('{"02_nodes": {"cyd": "no notebook"}}')
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8-sig")
    return tmp_path


@pytest.fixture
def course(made, tmp_path):
    """A copy of the class."""
    return Path(shutil.copytree(made, tmp_path / "course"))


def _grade(book, unit, name, penalty=None, **points):
    with book.db.no_autoflush:
        submission = book.add_submission(unit, name, timestamp=LATE)
    submission.notebooks[0].late_submission_penalty = penalty
    for grade in submission.notebooks[0].grades:
        grade.auto_score = points[grade.name]
        grade.needs_manual_grade = points[grade.name] is None
    book.db.commit()


def export(course, *words):
    """Run the command; return its exit status, what it said, and the rows of `out.csv`."""
    out = course / "out.csv"
    words = [*words, "--course-dir", str(course), "--output", str(out)]
    done = CliRunner().invoke(main, ["export", *words])
    return done.exit_code, done.output, rows(out) if out.exists() else None


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def with_roster(course):
    return ["--roster", str(course / "roster.csv")]


def test_canvas_has_its_columns_its_points_and_everybody(course):
    code, said, found = export(
        course, "--to", "canvas", *with_roster(course), "--column", "02_nodes=Nodes (471)"
    )
    assert code == 0, said
    assert found[0] == [
        "Student", "ID", "SIS User ID", "SIS Login ID", "Section", "01_lines", "Nodes (471)",
    ]  # fmt: skip
    assert found[1] == ["    Points Possible", "", "", "", "", "5", "4"]
    assert found[2] == ["Lovelace, Ada", "17", "S17", "ada.l", "A", "4.5", "4"]
    assert found[3] == ["Müller; Jr., Bob", "18", "S18", "bob", "B", "1", ""]
    assert [row[0] for row in found[4:]] == ["cyd", "dan", "Moneypenny, Eve"]


def test_who_and_what_needs_a_look_is_named(course):
    _, said, _ = export(course, "--to", "canvas", *with_roster(course))
    assert "1 learners are only in the roster: eve" in said
    assert "2 learners are only in the gradebook: cyd, dan" in said
    assert "bob: 01_lines: waits for a mark" in said
    assert "cyd: 02_nodes: ungradable" in said
    assert "'shoe' means nothing here" in said


def test_moodle_has_what_its_import_matches_by(course):
    _, _, found = export(course, "--to", "moodle", *with_roster(course), "01_lines")
    head = ["Username", "ID number", "First name", "Last name", "Email address", "01_lines"]
    assert found[0] == head
    assert found[1] == ["alovelace", "", "Ada", "Lovelace", "ada@school.example", "4.5"]


def test_wide_has_a_column_for_each_exercise(course):
    _, _, found = export(course, "--to", "wide", "--exercises", "--absent", "zero")
    assert found[0][5:] == [
        "01_lines", "01_lines/double", "01_lines/triple", "02_nodes", "02_nodes/node", "note",
    ]  # fmt: skip
    by_id = {row[0]: row[5:] for row in found[1:]}
    assert by_id["ada"] == ["4.5", "2", "2.5", "4", "4", ""]
    assert by_id["bob"] == ["1", "2", "0", "0", "0", "01_lines: waits for a mark"]
    assert by_id["dan"] == ["0", "0", "0", "0", "0", ""]


SHEET = """\
Identifier,Full name,Email address,Status,Grade,Maximum Grade,Feedback comments
Participant 5,Ada Lovelace,ADA@school.example,Submitted,,5.00,
Participant 6,Zed,zed@school.example,No submission,3.00,5.00,well done
"""


def test_a_worksheet_keeps_all_that_is_not_ours(course):
    (course / "sheet.csv").write_text(SHEET, encoding="utf-8")
    words = ["--to", "worksheet", *with_roster(course), "--worksheet", str(course / "sheet.csv")]
    code, said, found = export(course, "01_lines", *words)
    assert code == 0, said
    given = list(csv.reader(SHEET.splitlines()))
    assert found[1] == [*given[1][:4], "4.5", "5.00", "Well done.<br>1 &lt; 2"]
    assert found[2] == given[2]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--to", "canvas", "03_none"], "knows no unit 03_none. It knows: 01_lines, 02_nodes."),
        (["--to", "canvas", "--column", "01_lines"], "write UNIT=TITLE"),
        (["--to", "canvas", "--roster", "none.csv"], "cannot be read"),
        (["--to", "worksheet", "01_lines"], "Give --worksheet the file"),
        (["--to", "worksheet", "--worksheet", "nbgrader_config.py"], "name the unit"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(course, words, sentence):
    code, said, found = export(course, *words)
    assert (code, found) == (2, None)
    assert sentence in " ".join(said.split())


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name\nada\n", "names no column `id`"),
        ("id,section\nada,A\nada,B\n", "Line 3 of the roster"),
        ("id,section\n,A\n", "has no id"),
        ("id,section\nada,A,B\n", "has 3 columns"),
        ("id,extension\nada,soon\n", "no number of hours"),
        ("id,email,email\nada,a,b\n", "two columns email"),
    ],
)
def test_a_wrong_roster_is_refused_by_line(course, text, sentence):
    (course / "roster.csv").write_text(text)
    code, said, found = export(course, "--to", "wide", *with_roster(course))
    assert (code, found) == (2, None)
    assert sentence in " ".join(said.split())


@pytest.mark.parametrize(
    ("exporter", "file"),
    [(CanvasExporter, "canvas"), (MoodleExporter, "moodle"), (WideExporter, "wide")],
)
def test_nbgraders_own_command_takes_the_classes(course, monkeypatch, exporter, file):
    monkeypatch.chdir(course)
    app = ExportApp()
    app.initialize([f"--exporter=autograder.exports.{exporter.__name__}"])
    app.start()
    _, _, found = export(course, "--to", file)
    assert rows(course / f"{file}.csv") == found


def test_a_term_may_begin_with_the_roster(tmp_path):
    (tmp_path / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.course_id = "cases"\n'
    )
    (tmp_path / "roster.csv").write_text("id,extension\nada,24\n")
    words = ["roster", str(tmp_path / "roster.csv"), "--course-dir", str(tmp_path)]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0 and "1 learners are new, 0 were known." in done.output
    with gradebook_of(load_course(tmp_path)) as book:
        assert book.find_student("ada").id == "ada"


def test_a_roster_adds_learners_and_extensions(course):
    words = ["roster", str(course / "roster.csv"), "--course-dir", str(course)]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    assert "1 learners are new, 2 were known." in done.output
    assert "dan is in the gradebook and not in the roster." in done.output
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}", "cases") as book:
        assert book.find_student("eve").last_name == "Moneypenny"
        assert book.find_submission("01_lines", "ada").extension == dt.timedelta(hours=24)
        assert book.find_submission("01_lines", "bob").extension is None
    # Of a submission that is yet to come, it is known beforehand.
    assert extension_of(load_course(course), "eve") == dt.timedelta(minutes=30)
    assert extension_of(load_course(course), "bob") is None


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (4.5, "4.5"), (1 / 3, "0.333333"), (12.0, "12"), (0.1 + 0.2, "0.3")],
)
def test_a_number_has_no_needless_digits(value, text):
    assert number(value) == text
