"""`autograder grade` as its user sees it: what it says, what it grades again, what it refuses."""

import json
import subprocess
import sys

import pytest
from double_course import (
    ANSWERS,
    HIDDEN,
    RIGHT,
    SCORES,
    VISIBLE,
    cells,
    double_course,
    hand_in_garbage,
)
from tiny_course import TinyCourse, answer, book, check


@pytest.fixture(scope="module")
def graded(commands, tmp_path_factory):
    """The course after a run in which one submission was no notebook."""
    course = double_course(tmp_path_factory.mktemp("graded"), commands)
    hand_in_garbage(course, "garbled")
    course.first = course.records("double", status=1)
    return course


@pytest.fixture
def good(graded, tmp_path):
    """A copy of it, in which every submission has its grade."""
    course = graded.copy(tmp_path)
    (course.root / "submitted" / "garbled" / "double" / "double.ipynb").unlink()
    (course.root / "submitted" / "garbled" / "double").rmdir()
    return course


# What it says


def test_scores(graded):
    assert {name: graded.first[name]["score"] for name in SCORES} == SCORES
    exported = {name: float(row["score"]) for name, row in graded.export().items()}
    assert exported == {**SCORES, "garbled": 0}


def test_json_lines(graded):
    found = graded.first["right"]
    assert {"student", "unit", "status", "score", "max_score", "flags", "seconds"} <= set(found)
    assert (found["student"], found["unit"], found["status"]) == ("right", "double", "graded")
    assert (found["max_score"], found["flags"]) == (3, [])
    assert 0 < found["seconds"] < 60
    assert sorted(graded.first) == sorted([*ANSWERS, "garbled"])


def test_tampering_is_flagged(graded):
    found = graded.first["changed"]
    assert found["status"] == "graded, flagged"
    assert [flag["where"] for flag in found["flags"]] == ["visible"]


def test_ungradable_one_says_why(graded):
    found = graded.first["garbled"]
    assert (found["status"], found["score"]) == ("ungradable", None)
    assert "double.ipynb is no notebook" in found["problem"]


MARKED = 'c.ExportApp.plugin_class = "autograder.engine.gradebook.export.MarkedCsv"\n'


def test_ungradable_ones_are_in_the_export_and_marked(graded, tmp_path):
    """Has each of them a row, with the earlier points if there are any, until they are graded?"""
    course = graded.copy(tmp_path)
    with open(course.root / "nbgrader_config.py", "a") as file:
        file.write(MARKED)
    hand_in_garbage(course, "right")
    course.grade("double", status=1)
    rows = {name: (float(row["score"]), row["note"]) for name, row in course.export().items()}
    assert rows == {
        "right": (3, "ungradable"),
        "garbled": (0, "ungradable"),
        "wrong": (1, ""),
        "untouched": (0, ""),
        "changed": (1, ""),
    }
    course.submit("right", "double", double=RIGHT)
    course.submit("garbled", "double", double=RIGHT)
    course.grade("double")
    assert {row["note"] for row in course.export().values()} == {""}


def test_summary(graded):
    """Does a person read who needs attention, and how many were graded?"""
    said = graded.grade("double", status=1).splitlines()
    assert said[-1] == (
        "5 submissions: 3 graded, 1 graded and flagged, 1 ungradable; 4 had not changed; "
        "mean 1.25 of 3 points."
    )
    assert "changed: graded, flagged" in said
    assert "garbled: ungradable" in said
    assert not any(line.startswith(("right", "wrong", "untouched")) for line in said)


def test_status_is_zero_when_all_have_a_grade(good):
    """A flag is no failure."""
    said = good.grade("double")
    assert said.splitlines()[-1].startswith("4 submissions: 3 graded, 1 graded and flagged, 0 ")


def test_chosen_learners(good):
    words = ("--student", "wrong", "--student", "right", "--force")
    assert list(good.records("double", *words, "--jobs", "1")) == ["wrong", "right"]


# What it grades again


def again(course, *words):
    """The learners that a run grades, not only keeps."""
    found = course.records("double", *words)
    assert set(found) == set(SCORES)
    return {name for name, record in found.items() if not record["unchanged"]}


def test_unchanged_is_not_graded_again(good):
    before = good.folders("double")
    stamps = [path.stat().st_mtime_ns for path in sorted(good.root.glob("autograded/*/*/*"))]
    assert again(good) == set()
    assert good.folders("double") == before
    after = [path.stat().st_mtime_ns for path in sorted(good.root.glob("autograded/*/*/*"))]
    assert after == stamps


def test_unchanged_says_the_same_again(good, graded):
    found = good.records("double")
    for name in SCORES:
        assert found[name] == {**graded.first[name], "unchanged": True}


def test_force_grades_everything_again(good):
    assert again(good, "--force") == set(SCORES)


def change_submission(course):
    course.submit("wrong", "double", double="def double(x):\n    return x * 2")


def add_a_submitted_file(course):
    (course.root / "submitted" / "wrong" / "double" / "notes.txt").write_text("mine")


def change_tests(course):
    course.add("double", double=book(*cells(visible="assert double(3) == 6")))


def change_limits(course):
    with open(course.root / "nbgrader_config.py", "a") as file:
        file.write("c.Execute.timeout = 20\n")


def change_files(course):
    course.add("double", files={"data.csv": "1,2"}, double=book(*cells()))


def lose_gradebook(course):
    (course.root / "gradebook.db").unlink()
    course.nbgrader("generate_assignment", "double", "--force")


def change_score(course):
    own = "select id from submitted_assignment where student_id = 'wrong'"
    books = f"select id from submitted_notebook where assignment_id in ({own})"
    course.sql(f"update grade set auto_score = 1.0 where notebook_id in ({books})")


def lose_folder(course):
    (course.root / "autograded" / "wrong" / "double").rename(course.root / "elsewhere")


def spoil_result(course):
    path = course.root / "autograded" / "wrong" / "double" / "result.json"
    path.chmod(0o644)
    path.write_text("{")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "whom"),
    [
        (change_submission, {"wrong"}),
        (add_a_submitted_file, {"wrong"}),
        (change_score, {"wrong"}),
        (lose_folder, {"wrong"}),
        (spoil_result, {"wrong"}),
        (change_tests, set(SCORES)),
        (change_limits, set(SCORES)),
        (change_files, set(SCORES)),
        (lose_gradebook, set(SCORES)),
    ],
)
def test_what_has_changed_is_graded_again(good, change, whom):
    change(good)
    assert again(good) == whom
    expected = {**SCORES, "wrong": 3} if change is change_submission else SCORES
    if change is change_tests:
        expected = {**SCORES, "wrong": 0, "changed": 0}
    exported = {name: float(row["score"]) for name, row in good.export().items()}
    # Who was ungradable before has a row, too, but in a gradebook that is new.
    before = {} if change is lose_gradebook else {"garbled": 0}
    assert exported == {**expected, **before}
    assert again(good) == set()


@pytest.mark.slow
def test_walls_are_part_of_what_counts(good):
    assert again(good, "--no-isolation") == set(SCORES)
    assert again(good) == set(SCORES)


# What it refuses


def refused(course, *words):
    """The one sentence of a refusal."""
    lines = course.grade(*words, status=2).splitlines()
    assert len(lines) == 1 and lines[0].startswith("Error: ")
    return lines[0]


def test_unknown_unit_without_a_gradebook(commands, tmp_path):
    course = TinyCourse.new(tmp_path, commands)
    assert "no unit double" in refused(course, "double")
    assert not (course.root / "gradebook.db").exists()


def test_unknown_unit(graded):
    said = refused(graded, "triple")
    assert "no unit triple" in said and said.endswith("The source folder has double.")


def test_nobody_submitted(graded, tmp_path):
    course = graded.copy(tmp_path)
    (course.root / "submitted").rename(course.root / "kept")
    assert "Nobody has submitted double" in refused(course, "double")


def test_learner_who_submitted_nothing(graded):
    said = refused(graded, "double", "--student", "right", "--student", "nobody")
    assert "nobody has submitted nothing for double" in said


def test_folder_without_configuration(graded, tmp_path):
    assert "nbgrader_config.py" in refused(graded, "double", "--course-dir", str(tmp_path))
    assert list(tmp_path.iterdir()) == []


SAVING = ("autograder.engine.gradebook.saving", "Saver.save_together", 1)


def test_second_run_at_the_same_time(good):
    """Is it told so in one sentence, and does the first run go on?"""
    words = ("autograder", "grade", "double", "--force", "--json")
    pid = good.commands.start(good.root, *words, stops_at=SAVING)
    with good.commands.stopped(pid):
        second = subprocess.run(
            [sys.executable, "-m", "autograder", "grade", "double"],
            cwd=good.root,
            capture_output=True,
            text=True,
            check=False,
        )
    status = good.commands.status()
    good.commands.check_alone()
    assert second.returncode == 2
    assert second.stdout == ""
    assert len(second.stderr.splitlines()) == 1
    assert "at work" in second.stderr
    assert status == 0
    lines = good.commands.printed(good.root).splitlines()
    assert {json.loads(line)["student"] for line in lines} == set(SCORES)


@pytest.mark.slow
def test_solution_that_fails_its_own_tests(commands, tmp_path):
    course = TinyCourse.new(tmp_path, commands)
    wrong = [answer("double", "def double(x):\n    return 4"), check("visible", VISIBLE)]
    course.add("double", double=book(*wrong, check("hidden", HIDDEN, 2)))
    course.submit("right", "double", double=RIGHT)
    said = course.grade("double", "--strict", status=2)
    assert "double, hidden: " in said and "Is any other number doubled, too?" in said
    assert "visible" not in said
    assert course.grades() == {} and course.folders("double") == {}
    course.add("double", double=book(*cells()))
    assert course.records("double")["right"]["score"] == 3
