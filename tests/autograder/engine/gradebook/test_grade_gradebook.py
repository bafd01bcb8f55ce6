"""What `autograder grade` writes into nbgrader's gradebook, and what nbgrader makes of it."""

import json
import shutil
from datetime import timedelta

import pytest
from nbgrader.api import Gradebook
from tiny_course import TinyCourse, answer, book, check, essay
from unit import ROOT

from autograder.pages.grades import read_grades

pytestmark = pytest.mark.slow

LATE = """\
from nbgrader.plugins import BasePlugin

class OnePointAnHour(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return None if student_id == "excused" else total_seconds_late / 3600
"""
# As in nbgrader's own documentation: the plugin lies in the course folder.
PLUGIN = "c.AssignLatePenalties.plugin_class = 'late.OnePointAnHour'"
DUE = "2030-01-01 12:00:00"
FORMGRADER = """\
import json
from nbgrader.apps.api import NbGraderAPI
from nbgrader.apps import NbGrader

app = NbGrader()
app.initialize([])
api = NbGraderAPI(config=app.config)
found = {"unit": api.get_assignment("essay"), "learners": api.get_submissions("essay")}
print(json.dumps(found))
"""


# Late penalties


@pytest.fixture(scope="module")
def late(commands, tmp_path_factory):
    course = TinyCourse.new(tmp_path_factory.mktemp("late"), commands, PLUGIN)
    (course.root / "late.py").write_text(LATE)
    course.add("sum", sum=book(answer("one", "one = 1"), check("five", "assert one == 1", 5)))
    course.nbgrader("db", "assignment", "add", "sum", "--duedate", f"{DUE} UTC")
    course.submit("early", "sum", "2030-01-01 11:00:00 UTC", one="one = 1")
    course.submit("late", "sum", "2030-01-01 14:00:00 UTC", one="one = 1")
    course.submit("very", "sum", "2030-01-03 12:00:00 UTC", one="one = 1")
    course.submit("excused", "sum", "2030-01-01 14:00:00 UTC", one="one = 1")
    course.submit("undated", "sum", one="one = 1")
    course.first = course.records("sum")
    return course


def test_late_penalty(late):
    """Is it the plugin's, and never more than the score?"""
    rows = late.export()
    found = {
        name: (float(row["late_submission_penalty"]), float(row["score"]))
        for name, row in rows.items()
    }
    assert found == {
        "early": (0, 5),
        "late": (2, 3),
        "very": (5, 0),
        "excused": (0, 5),
        "undated": (0, 5),
    }
    assert {float(row["raw_score"]) for row in rows.values()} == {5}
    assert rows["late"]["timestamp"] == "2030-01-01 14:00:00"


def test_late_penalty_goes_when_the_submission_came_in_time(late, tmp_path):
    course = late.copy(tmp_path)
    course.submit("late", "sum", "2030-01-01 11:00:00 UTC", one="one = 1")
    assert course.records("sum", "--student", "late")["late"]["score"] == 5
    assert float(course.export()["late"]["late_submission_penalty"]) == 0


def test_score_of_the_command_is_the_gradebooks(late):
    """After the penalty, as the export has it."""
    rows = late.export()
    for name, record in late.first.items():
        assert record["score"] == float(rows[name]["score"])


# What a person has graded


@pytest.fixture(scope="module")
def essays(commands, tmp_path_factory):
    course = TinyCourse.new(tmp_path_factory.mktemp("essays"), commands)
    course.add(
        "essay",
        essay=book(
            answer("one", "one = 1"), check("test", "assert one == 1", 2), essay("thoughts")
        ),
    )
    course.submit("right", "essay", one="one = 1", thoughts="I think.")
    course.submit("silent", "essay", one="one = 2")
    course.records("essay")
    return course


CELL = """
(select grade.id from grade join base_cell on base_cell.id = grade.cell_id
join submitted_notebook on submitted_notebook.id = grade.notebook_id
join submitted_assignment on submitted_assignment.id = submitted_notebook.assignment_id
where submitted_assignment.student_id = ? and base_cell.name = ?)
"""
AGAIN = ("essay", "--student", "right")


def cell(course, student, name):
    """Automatic score, manual score, extra credit, and whether a person is wanted."""
    asked = "select auto_score, manual_score, extra_credit, needs_manual_grade from grade"
    return course.sql(f"{asked} where id = {CELL}", student, name)[0]


def test_text_waits_for_a_person(essays):
    assert cell(essays, "right", "thoughts") == (None, None, None, 1)


def test_untouched_text_earns_nothing_and_waits_for_nobody(essays):
    assert cell(essays, "silent", "thoughts") == (0, None, None, 0)
    said = essays.sql("select auto_comment from comment where auto_comment is not null")
    assert said == [("No response.",)]


def graded_by_hand(essays, folder):
    course = essays.copy(folder)
    marks = "manual_score = ?, extra_credit = ?, needs_manual_grade = 0"
    for name, score, extra in (("thoughts", 1.5, 0.25), ("test", 1.0, None)):
        course.sql(f"update grade set {marks} where id = {CELL}", score, extra, "right", name)
    course.sql("update comment set manual_comment = 'Well thought.'")
    return course


def test_manual_grades_and_comments_stay(essays, tmp_path):
    course = graded_by_hand(essays, tmp_path)
    assert course.records(*AGAIN, "--force")["right"]["score"] == 2.75
    assert cell(course, "right", "thoughts") == (None, 1.5, 0.25, 0)
    assert cell(course, "right", "test") == (2, 1, None, 0)
    kept = course.sql("select distinct manual_comment from comment")
    assert kept == [("Well thought.",)]


def test_another_answer_waits_for_a_second_look(essays, tmp_path):
    """Is a mark final for what was marked alone: is the page told that it waits?"""
    course = graded_by_hand(essays, tmp_path)
    course.submit("right", "essay", one="one = 3", thoughts="I think again.")
    for _ in range(2):
        assert course.records(*AGAIN, "--force")["right"]["score"] == 2.75
        assert cell(course, "right", "thoughts") == (None, 1.5, 0.25, 1)
        assert cell(course, "right", "test") == (0, 1, None, 1)
    with Gradebook(f"sqlite:///{course.root}/gradebook.db", "tiny") as gradebook:
        told = read_grades(gradebook, "essay")["right", "essay"]["cells"]
    assert (told["thoughts"]["waiting"], told["test"]["waiting"]) == (True, True)


def test_an_extension_moves_the_day_when_a_solution_may_be_shown(essays, tmp_path):
    course = essays.copy(tmp_path)
    course.sql("update assignment set duedate = '2030-01-01 12:00:00.000000'")
    with Gradebook(f"sqlite:///{course.root}/gradebook.db", "tiny") as gradebook:
        gradebook.find_submission("essay", "right").extension = timedelta(days=2)
        gradebook.db.commit()
        told = read_grades(gradebook, "essay")
    assert told["right", "essay"]["due"] == "2030-01-03T12:00:00"
    assert told["silent", "essay"]["due"] == "2030-01-01T12:00:00"


def test_manual_grades_are_no_reason_to_grade_again(essays, tmp_path):
    course = graded_by_hand(essays, tmp_path)
    found = course.records(*AGAIN)["right"]
    assert (found["unchanged"], found["score"]) == (True, 2.75)
    assert cell(course, "right", "thoughts") == (None, 1.5, 0.25, 0)


# Several notebooks, and files beside them


@pytest.fixture(scope="module")
def pair(commands, tmp_path_factory):
    """A unit with two notebooks and two files."""
    kept = "c.Autograde.exclude_overwriting = {'pair': ['own.txt']}"
    excluded = "c.CourseDirectory.student_id_exclude = 'tester,ghost'"
    course = TinyCourse.new(tmp_path_factory.mktemp("pair"), commands, kept, excluded)
    books = {
        name: book(
            answer(f"read_{name}", f"text = open('{file}').read()"),
            check(f"{name}_is_read", f"assert text == '{text}', text", points),
        )
        for name, file, text, points in (
            ("first", "data.txt", "data", 1),
            ("second", "own.txt", "mine", 2),
        )
    }
    course.add("pair", files={"data.txt": "data", "own.txt": "mine"}, **books)
    answers = {"read_first": "text = open('data.txt').read()"}
    answers["read_second"] = "text = open('own.txt').read()"
    for student in ("both", "one", "forger", "tester"):
        course.submit(student, "pair", **answers)
    shelf = course.root / "submitted"
    (shelf / "one" / "pair" / "second.ipynb").unlink()
    for name in ("data.txt", "own.txt", "more.txt"):
        (shelf / "forger" / "pair" / name).write_text("forged")
    course.first = course.records("pair")
    return course


def test_all_notebooks_of_a_unit_count(pair):
    assert pair.first["both"]["score"] == 3
    assert set(pair.result("both", "pair")["tests"]) == {"first", "second"}
    assert pair.graded_book("both", "pair", "second").cells[1].execution_count == 2


def test_missing_notebook_earns_nothing(pair):
    assert (pair.first["one"]["score"], pair.first["one"]["status"]) == (1, "graded")
    assert cell(pair, "one", "second_is_read") == (0, None, None, 0)
    folder = pair.root / "autograded" / "one" / "pair"
    assert {path.name for path in folder.iterdir()} == {
        "data.txt",
        "first.ipynb",
        "own.txt",
        "result.json",
    }


def test_missing_notebook_is_no_reason_to_grade_again(pair):
    assert {each["unchanged"] for each in pair.records("pair").values()} == {True}


def test_instructors_files_are_laid_over_the_learners(pair):
    """But for those that the configuration leaves to them."""
    tests = pair.result("forger", "pair")["tests"]
    assert tests["first"]["first_is_read"]["passed"] is True
    assert tests["second"]["second_is_read"]["passed"] is False
    folder = pair.root / "autograded" / "forger" / "pair"
    found = {path.name: path.read_text() for path in folder.glob("*.txt")}
    assert found == {"data.txt": "data", "own.txt": "forged", "more.txt": "forged"}


def test_excluded_learner_is_not_graded(pair):
    assert set(pair.first) == {"both", "one", "forger"}
    assert "tester" in pair.grade("pair", "--student", "tester", status=2)


# What nbgrader makes of it


def test_formgrader_sees_the_submissions(essays):
    """Its own API: which learners, which scores, who waits for a person."""
    learners = {each["student"]: each for each in formgrader(essays)["learners"]}
    assert set(learners) == {"right", "silent"}
    assert {each["autograded"] for each in learners.values()} == {True}
    assert {name: each["score"] for name, each in learners.items()} == {"right": 2, "silent": 0}
    assert [learners[name]["needs_manual_grade"] for name in ("right", "silent")] == [True, False]


def formgrader(course):
    path = course.root / "formgrader.py"
    path.write_text(FORMGRADER)
    status, said = course.commands.run(course.root, "python", str(path))
    assert status == 0, said
    return json.loads(said.splitlines()[-1])


def test_formgrader_counts_the_unit_as_graded(essays):
    unit = formgrader(essays)["unit"]
    assert (unit["num_submissions"], unit["average_score"], unit["max_score"]) == (2, 1, 4)


def test_feedback_can_be_made(essays):
    essays.nbgrader("generate_feedback", "essay")
    page = essays.root / "feedback" / "silent" / "essay" / "essay.html"
    text = page.read_text(encoding="utf-8")
    assert "(Score: 0.0 / 4.0)" in text
    assert "AssertionError" in text


def test_feedback_holds_nothing_that_is_the_instructors(essays, tmp_path):
    """With this course's own configuration: flags and seeds are not for learners."""
    course = essays.copy(tmp_path)
    shutil.copy(ROOT / "nbgrader_config.py", course.root)
    course.nbgrader("generate_feedback", "essay", "--force")
    made = {path.name for path in (course.root / "feedback" / "silent" / "essay").iterdir()}
    assert made == {"essay.html"}
