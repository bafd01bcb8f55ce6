"""The report of a class whose attempts are known, number by number; and how a grade came to be."""

import json
import re
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from warm_commands import nbgrader

from autograder.cli import main
from autograder.course import load_course
from autograder.engine.gradebook import attempts
from autograder.engine.gradebook.recording import gradebook_of
from autograder.engine.gradebook.releases import note_releases
from autograder.engine.submission.results import NotebookResult, SubmissionResult, Verdict
from autograder.reporting.gathering import code_of
from autograder.reporting.page import histogram
from autograder.reporting.place import SCRIPT
from autograder.watching.reports import Reports

UNIT = "01_lines"
DUE = datetime(2026, 11, 26, 12)
CELLS = {"double_visible": 1.0, "double_hidden": 2.0}
MISLED = "double(2) gives 3, expected 4. <What> doubles?"
CLASS = {
    # Points of the visible and the hidden test at each attempt.
    "ada": [(1, 2)],
    "bob": [(0, 0), (0, 0), (1, 2)],
    "cyd": [(0, 0), (0, 0)],
    "dan": [(0, 0), (0, 0), (1, 0)],
    "eve": [],
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A graded class, written down as grading would have done it."""
    root = tmp_path_factory.mktemp("reported")
    (root / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.course_id = "cases"\n'
    )
    course = load_course(root)
    with gradebook_of(course) as book:
        book.add_assignment(UNIT, duedate=DUE)
        book.add_notebook("n", UNIT)
        for cell, points in CELLS.items():
            book.add_grade_cell(cell, "n", UNIT, max_score=points, cell_type="code")
        for name, tried in CLASS.items():
            book.add_student(name, first_name=name.title(), last_name="Lee")
            for number, points in enumerate(tried):
                submitted = DUE + timedelta(hours=number - 1.5)
                result = _result(name, number, points)
                attempts.note_attempts(course, UNIT, [(result, submitted, sum(points))])
            if tried:
                _grade(book, name, tried[-1], submitted)
    return root


def _result(name, number, points):
    tests = {
        cell: Verdict(
            float(got), most, got == most, "" if got == most else f"\n{MISLED}\nmore", 0.1
        )
        for (cell, most), got in zip(CELLS.items(), points, strict=True)
    }
    return SubmissionResult(name, UNIT, f"{name}{number}", [NotebookResult("n", b"", tests)])


def _grade(book, name, points, submitted):
    with book.db.no_autoflush:
        submission = book.add_submission(UNIT, name, timestamp=submitted)
    for grade in submission.notebooks[0].grades:
        grade.auto_score = float(points[list(CELLS).index(grade.name)])
        grade.needs_manual_grade = False
    book.db.commit()


@pytest.fixture
def course(made, tmp_path):
    return Path(shutil.copytree(made, tmp_path / "course"))


def run(course, *words):
    done = CliRunner().invoke(main, [*words, "--course-dir", str(course)])
    return done.exit_code, done.output


@pytest.fixture
def told(course):
    code, said = run(course, "report", "--json")
    assert code == 0, said
    [unit] = json.loads(said)
    return unit


def test_it_counts_who_stands_where(told):
    assert told["counts"] == {"submitted": 4, "graded": 4, "late": 2, "nothing submitted": 1}


def test_it_knows_whom_feedback_was_released_to(course):
    configured = load_course(course)
    with gradebook_of(configured) as book:
        note_releases(configured.state, book, UNIT, ["bob", "cyd"])
    [unit] = json.loads(run(course, "report", "--json")[1])
    assert unit["counts"]["feedback released"] == 2
    words = {each["who"]: each["words"] for each in unit["learners"]}
    assert words["bob"][-1] == "feedback released" and "feedback released" not in words["ada"]
    run(course, "report")
    assert "feedback released" in (course / ".autograder/report" / f"{UNIT}.html").read_text()


def test_a_test_is_told_of_in_numbers(told):
    tests = {test["name"]: test for test in told["tests"]}
    visible, hidden = (tests[name] for name in CELLS)
    assert (visible["n"], visible["share"], visible["right"]) == (4, 0.75, 3)
    assert (hidden["share"], hidden["right"], hidden["hidden_only"]) == (0.5, 2, 1)
    # Who got the visible test right did so at the first, the third and the third attempt.
    assert visible["attempts"] == pytest.approx((1 + 3 + 3) / 3)
    assert visible["discrimination"] == pytest.approx(1 / 3**0.5)
    assert told["alpha"] == pytest.approx(2 * (1 - (1 / 4 + 4 / 3) / (9 / 4)), abs=1e-9)


def test_a_sentence_knows_whom_it_misled_and_who_found_out(told):
    found = {each["test"]: each for each in told["sentences"]}
    visible = found["double_visible"]
    assert (visible["text"], visible["who"]) == (MISLED, ["bob", "cyd", "dan"])
    assert (visible["out"], visible["attempts"]) == (2, 2.0)
    assert visible["helps_nobody"]


def test_the_pages_are_whole_and_safe(course):
    code, said = run(course, "report", "--csv")
    assert code == 0 and said.strip().endswith("index.html is written.")
    pages = {path.name: path.read_text(encoding="utf-8") for path in _written(course)}
    assert set(pages) == {
        "index.html", f"{UNIT}.html", f"{UNIT}.lecture.html", f"{UNIT}.csv",
    }  # fmt: skip
    assert "&lt;What&gt; doubles?" in pages[f"{UNIT}.html"]
    assert "Bob Lee" in pages[f"{UNIT}.html"] and "Bob Lee" in pages["index.html"]
    assert "bob" not in pages[f"{UNIT}.lecture.html"].lower()
    scripts = [each for page in pages.values() for each in page.split("<script>")[1:]]
    assert len(scripts) == 2 and all(each.startswith(f"{SCRIPT}</script>") for each in scripts)
    assert not [page for page in pages.values() if "http://" in page or "https://" in page]
    assert "With 4 learners none of these numbers decides anything." in pages[f"{UNIT}.html"]
    assert pages[f"{UNIT}.csv"].startswith("name,max_points,n,share,right")


def test_without_names_there_is_no_name(course):
    run(course, "report", "--anonymous")
    for path in _written(course):
        words = set(re.findall(r"\w+", path.read_text(encoding="utf-8").lower()))
        assert not words & {*CLASS, "lee"}, path
    assert code_of("bob") in (course / ".autograder" / "report" / "index.html").read_text()


def _written(course):
    return sorted((course / ".autograder" / "report").iterdir())


def test_history_tells_each_attempt(course):
    code, said = run(course, "history", "bob", UNIT)
    assert code == 0, said
    lines = said.splitlines()
    assert [line[0] for line in lines if line[0] != " "] == ["1", "2", "3", "n"]
    assert f"double_visible  0 of 1: {MISLED}" in said
    assert "double_hidden  2 of 2" in said and lines[-1].startswith("now 3 points")


def test_history_of_nobody_is_a_sentence(course):
    code, said = run(course, "history", "eve", UNIT)
    assert code == 2 and "Nothing is written down of eve" in said


def test_a_unit_that_is_none_is_a_sentence(course):
    code, said = run(course, "report", "02_none")
    assert code == 2 and "knows no unit 02_none. It knows: 01_lines." in said


def test_what_a_killed_run_left_counts_for_nothing(course):
    loaded = load_course(course)
    before = attempts.read_attempts(loaded, UNIT)["bob"]
    path = course / ".autograder" / "attempts" / f"{UNIT}.jsonl"
    with path.open("a") as file:
        file.write('\n{"student": "bob", "when')
    attempts.note_attempts(loaded, UNIT, [(_result("bob", 2, (1, 2)), DUE, 3.0)])
    assert attempts.read_attempts(loaded, UNIT)["bob"] == before
    attempts.note_attempts(loaded, UNIT, [(_result("bob", 3, (1, 2)), DUE, 3.0)])
    assert len(attempts.read_attempts(loaded, UNIT)["bob"]) == len(before) + 1


def test_scores_fall_into_their_tenth():
    assert histogram([0, 1, 9.9, 10, 11], 10) == [1, 1, 0, 0, 0, 0, 0, 0, 0, 3]
    assert histogram([0], 0) == [1, *[0] * 9]


def test_the_same_work_graded_again_is_a_regrade_and_no_attempt(course):
    loaded = load_course(course)
    for number, (work, version) in enumerate([("w", "1"), ("w", "2"), ("w", "2"), ("v", "2")]):
        result = _result("eve", number, (number > 1, 0))
        result.work = work
        attempts.note_attempts(loaded, UNIT, [(result, DUE, float(number > 1))], version)
    code, said = run(course, "history", "eve", UNIT)
    assert code == 0, said
    heads = [
        line.split("  ")[1].rpartition(" ")[0] for line in said.splitlines() if line[0] in "1234"
    ]
    assert heads == ["graded", "regraded by other tests", "regraded", "graded"]
    [unit] = json.loads(run(course, "report", "--json")[1])
    assert {each["who"]: each["attempts"] for each in unit["learners"]}["eve"] == 2


def test_of_an_older_version_the_time_tells_a_regrade(course):
    loaded = load_course(course)
    for number, hours in enumerate((0, 0, 1)):
        when = DUE + timedelta(hours=hours)
        attempts.note_attempts(loaded, UNIT, [(_result("eve", number, (0, 0)), when, 0.0)])
    tried = attempts.read_attempts(loaded, UNIT)["eve"]
    assert [len(tried), len(attempts.works(tried))] == [3, 2]


# While `watch` runs


class Told(list):
    """A teller that keeps what it is told."""

    def trouble(self, about, text):
        self.append(text)

    def over(self, about, text=""):
        pass


def index(course):
    return course / ".autograder" / "report" / "index.html"


def test_the_report_is_renewed_when_nobody_waits(course):
    told = Told()
    reports = Reports(load_course(course), told)
    reports.look(done=0, idle=True)
    reports.look(done=1, idle=False)
    assert not index(course).exists()
    reports.look(done=1, idle=True)
    assert "Bob Lee" in index(course).read_text()
    index(course).unlink()
    reports.look(done=2, idle=True)  # too soon
    assert not index(course).exists() and told == []
    reports.renew(done=2)
    assert index(course).exists()


def test_what_was_without_names_stays_so(course):
    run(course, "report", "--anonymous")
    reports = Reports(load_course(course), Told())
    reports.renew(done=1)
    assert code_of("bob") in index(course).read_text() and "Bob" not in index(course).read_text()
    run(course, "report")
    reports.renew(done=2)
    assert "Bob Lee" in index(course).read_text()


def test_trouble_with_the_report_is_told_and_no_more(course):
    told = Told()
    (course / ".autograder" / "report").write_text("a file in the place of the folder")
    Reports(load_course(course), told).renew(done=1)
    assert len(told) == 1 and told[0].startswith("The report is not renewed (")


# Releases of feedback


def test_a_release_is_told_with_its_points_and_marks_by_hand(course):
    pages = course / "feedback" / "bob" / UNIT
    pages.mkdir(parents=True)
    (pages / "n.html").write_text("<p>feedback</p>")
    (pages / "timestamp.txt").write_text("2026-11-26 12:00:00 UTC")
    (pages / "submission_secret.txt").write_text("secret")
    (course / "exchange").mkdir()
    (course / "exchange").chmod(0o777)
    release(course)
    release(course)  # the same once more is no news
    with gradebook_of(load_course(course)) as book:
        book.find_grade("double_hidden", "n", UNIT, "bob").manual_score = 1.5
        book.db.commit()
    release(course)
    code, said = run(course, "history", "bob", UNIT)
    assert code == 0, said
    told = [line.split("  ")[2] for line in said.splitlines() if line.startswith("-  feedback")]
    assert told == ["3 points", "2.5 points, of them by hand: double_hidden 1.5"]
    assert len(list((course / "exchange" / "cases" / "feedback").iterdir())) == 1


def release(course):
    words = ["--ExchangeFactory.release_feedback=autograder.feedback_release.ReleaseAndNote"]
    nbgrader(course, "release_feedback", UNIT, f"--Exchange.root={course / 'exchange'}", *words)
