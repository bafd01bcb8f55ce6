"""What grading again would change: shown, written as shown, or refused where it is old."""

import json
import signal

import pytest
from click.testing import CliRunner
from double_course import RIGHT, VISIBLE, double_course, hand_in_garbage
from tiny_course import answer, book, check

from autograder.cli import main

pytestmark = pytest.mark.slow

LATE = """\
from nbgrader.plugins import BasePlugin

class OnePointAnHour(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return total_seconds_late / 3600
"""
PLUGIN = "c.AssignLatePenalties.plugin_class = 'late.OnePointAnHour'"
DUE, HOUR_LATE = "2030-01-01 12:00:00", "2030-01-01 13:00:00 UTC"
STRICTER = 'assert double(3) == 6, "Is 3 doubled 6?"'
MILDER = "assert double(2) >= 0"
CELL = """
(select grade.id from grade join base_cell on base_cell.id = grade.cell_id
join submitted_notebook on submitted_notebook.id = grade.notebook_id
join submitted_assignment on submitted_assignment.id = submitted_notebook.assignment_id
where submitted_assignment.student_id = ? and base_cell.name = ?)
"""


@pytest.fixture(scope="module")
def changed(commands, tmp_path_factory):
    """A graded class with a late learner and a mark by hand, whose tests have been changed since.

    The visible test asks more, so `wrong` and `changed` lose its point; the hidden one less.
    """
    course = double_course(tmp_path_factory.mktemp("regraded"), commands, PLUGIN)
    (course.root / "late.py").write_text(LATE)
    course.nbgrader("db", "assignment", "add", "double", "--duedate", f"{DUE} UTC")
    course.submit("late", "double", HOUR_LATE, double=RIGHT)
    course.grade("double")
    marks = "manual_score = 1.5, needs_manual_grade = 0"
    course.sql(f"update grade set {marks} where id = {CELL}", "changed", "visible")
    tests = [check("visible", STRICTER), check("hidden", MILDER, 2)]
    course.add("double", double=book(answer("double", RIGHT), *tests))
    return course


@pytest.fixture(scope="module")
def direct(changed, tmp_path_factory):
    """What grading it comes to."""
    course = changed.copy(tmp_path_factory.mktemp("direct"))
    hand_in_garbage(course, "zed")
    course.grade("double", status=1)
    return results(course)


@pytest.fixture(scope="module")
def shown(changed, tmp_path_factory):
    """The course after a preview, which found that one submission is no notebook."""
    course = changed.copy(tmp_path_factory.mktemp("shown"))
    hand_in_garbage(course, "zed")
    course.before = everything(course)
    course.found = previewed(course, status=1)
    return course


@pytest.fixture
def course(shown, tmp_path):
    return shown.copy(tmp_path)


def everything(course):
    """What a preview must leave alone."""
    penalties = course.sql("select id, late_submission_penalty from submitted_notebook")
    return course.grades(), sorted(penalties), course.folders("double")


def results(course):
    """What grading comes to, in gradebook and folders, whoever wrote it."""
    asked = """select student_id, submitted_notebook.late_submission_penalty, timestamp
        from submitted_notebook join submitted_assignment
        on submitted_notebook.assignment_id = submitted_assignment.id order by student_id"""
    comments = course.sql("select auto_comment from comment order by auto_comment")
    return course.grades(), course.sql(asked), comments, course.folders("double")


def previewed(course, *words, **settings):
    """The preview by learner, as JSON."""
    said = course.grade("double", "--preview", "--json", *words, **settings)
    return {each["student"]: each for each in json.loads(said)}


def changes(one):
    return {each["cell"]: (each["before"], each["after"]) for each in one["changes"]}


def test_it_shows_who_would_get_what_and_writes_nothing(shown):
    assert everything(shown) == shown.before
    found = shown.found
    assert changes(found["wrong"]) == {"visible": (1, 0), "hidden": (0, 2)}
    assert found["wrong"]["changes"][1]["sentence"].endswith("Is 3 doubled 6?")
    assert (found["right"]["before"], found["right"]["after"]) == (3, 3)
    assert (found["late"]["before"], found["late"]["after"]) == (2, 2)  # an hour costs a point
    # A mark by hand stays, and what it was given for has changed.
    assert changes(found["changed"]) == {"hidden": (0, 2)}
    assert "visible would wait for a person" in found["changed"]["notes"]
    assert "double.ipynb is no notebook" in found["zed"]["notes"][0]


def test_it_says_so_in_lines_and_on_a_page(changed, tmp_path):
    course = changed.copy(tmp_path)
    tests = [check("visible", STRICTER), check("hidden", "assert double(5) == 10", 2)]
    course.add("double", double=book(answer("double", RIGHT), *tests))
    said = course.grade("double", "--preview")
    assert "wrong: 1 -> 0 points\n  double, visible  1 -> 0 of 1: Is 3 doubled 6?" in said
    assert "Would lose points: wrong (-1)." in said
    assert (
        "5 submissions: 5 would be graded anew, 0 gain points, 1 lose some; "
        "their points together: 7.5 -> 6.5."
    ) in said
    page = (course.root / ".autograder" / "preview" / "double" / "index.html").read_text()
    assert "<strong>wrong</strong>: 1 before, 0 after" in page
    assert "Is 3 doubled 6?" in page and "<script" not in page


RUNS = ("autograder.engine.run.dispatch", "Crew.grade", 1)


def test_preview_then_apply_is_grading_and_runs_nothing(course, direct):
    said = course.grade("double", "--apply", status=1, dies_at=RUNS)
    assert "zed: ungradable" in said and "double: 5 submissions are written as previewed." in said
    assert results(course) == direct
    assert "There is no preview of double" in course.grade("double", "--apply", status=2)
    # Nothing but what is ungradable is left to do for a run that follows.
    assert "5 had not changed" in course.grade("double", status=1)


@pytest.mark.parametrize(
    "step",
    [
        ("sqlalchemy.orm", "Session.commit", 2),
        ("os", "rename", 2),
        ("autograder.regrading.stored", "Preview.forget", 1),
    ],
    ids=lambda step: step[1],
)
def test_apply_that_is_killed_is_done_by_the_next(course, direct, step):
    course.grade("double", "--apply", status=-signal.SIGKILL, dies_at=step)
    course.grade("double", "--apply", status=1, dies_at=RUNS)
    assert results(course) == direct


def test_what_has_changed_since_is_named_and_nothing_written(course):
    course.submit("wrong", "double", double="def double(x):\n    return x * 2")
    course.submit("new", "double", double=RIGHT)
    course.sql(f"update grade set manual_score = 0.5 where id = {CELL}", "right", "hidden")
    course.sql("update assignment set duedate = '2031-01-01 12:00:00.000000'")
    with open(course.root / "late.py", "a") as file:
        file.write("# another rule\n")
    before = everything(course)
    said = course.grade("double", "--apply", status=2)
    assert (
        "Nothing is written: since the preview of double, the due date, the course's settings, "
        "what new, wrong handed in, the gradebook's points of right changed."
    ) in said
    assert everything(course) == before


def test_other_tests_and_limits_are_named(course):
    tests = [check("visible", VISIBLE), check("hidden", MILDER, 2)]
    course.add("double", double=book(answer("double", RIGHT), *tests))
    with open(course.root / "nbgrader_config.py", "a") as file:
        file.write("c.Execute.timeout = 20\n")
    said = course.grade("double", "--apply", status=2)
    assert "double, the tests, the limits or the sandbox, the course's settings changed." in said


def test_only_raise_keeps_the_better_of_each_test(course):
    found = previewed(course, "--only-raise", status=1)
    assert changes(found["wrong"]) == {"hidden": (0, 2)}
    assert "visible keeps 1 points; the test now gives 0" in found["wrong"]["notes"]
    course.grade("double", "--apply", status=1)
    record = course.records("double", "--student", "wrong")["wrong"]
    assert (record["score"], record["unchanged"]) == (3, True)


def test_new_work_counts_as_it_is(course):
    course.submit("wrong", "double", double="def double(x):\n    return -1")
    found = previewed(course, "--only-raise", "--student", "wrong")["wrong"]
    assert changes(found) == {"visible": (1, 0)}
    assert "handed in again: the new work counts as it is" in found["notes"]


def test_a_preview_that_was_touched_is_none(course):
    path = course.root / ".autograder" / "preview" / "double" / "results.jsonl"
    path.write_text(path.read_text().replace('"points": 0.0', '"points": 2.0'))
    assert "is not as it was written" in course.grade("double", "--apply", status=2)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--apply", "--preview"], "takes no other choice"),
        (["--apply", "--student", "wrong"], "takes no other choice"),
        (["--only-raise"], "--only-raise goes with --preview"),
        (["--preview", "--cluster", "tcp://here:1"], "leave --cluster out"),
    ],
)
def test_what_cannot_be_is_a_sentence(changed, words, sentence):
    done = CliRunner().invoke(main, ["grade", "double", *words, "--course-dir", str(changed.root)])
    assert done.exit_code == 2 and sentence in done.output


def test_a_chosen_learner_is_previewed_and_written_alone(course):
    found = previewed(course, "--student", "wrong")
    assert list(found) == ["wrong"]
    before = course.grades()
    course.submit("right", "double", double="changed since, and nobody's concern")
    assert "1 submissions are written" in course.grade("double", "--apply")
    after = course.grades()
    assert {name for name in after if after[name] != before[name]} == {"wrong"}
