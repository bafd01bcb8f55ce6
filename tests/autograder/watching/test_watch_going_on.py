"""`autograder watch` while it goes on: what comes meanwhile, who else is refused, how it stops."""

import shutil
import signal

import nbformat
import pytest
from nbgrader.api import Gradebook
from tiny_course import answer, book, check
from warm_commands import WarmCommands
from watched_course import LOOP, RIGHT, UNIT, WRONG

pytestmark = pytest.mark.slow

pytest_plugins = ["watched_fixtures"]

# While it runs


@pytest.fixture(scope="module")
def more_commands():
    made = WarmCommands()
    yield made
    made.close()


@pytest.fixture
def beside(more_commands, tmp_path):
    """Runs a command on the same course while it is watched."""
    folder = tmp_path / "beside" / "folder"
    folder.mkdir(parents=True)

    def run(program, *words):
        *words, course = words
        return more_commands.run(folder, program, *words, f"--course-dir={course.root}")

    return run


@pytest.fixture
def watching(course):
    """The command, at work."""
    course.pid = course.start(UNIT)
    yield course
    course.stop(course.pid)


def test_feedback_comes_by_itself(watching):
    for text, points in ((WRONG, "1 of 3"), (RIGHT, "3 of 3")):
        sent = watching.send("ana", text)
        watching.wait(sent.has_feedback)
        assert points in sent.page()


@pytest.mark.parametrize("command", ["watch", "grade", "feedback"])
def test_one_instance_for_each_course(watching, beside, command):
    status, said = beside("autograder", command, UNIT, watching)
    assert status == 2 and "`autograder watch` is at work" in said


def test_the_exchange_is_gone_for_a_moment(watching):
    away = watching.exchange.parent.with_name("away")
    watching.exchange.parent.rename(away)
    watching.wait(lambda: "The exchange cannot be read" in watching.said())
    away.rename(watching.exchange.parent)
    watching.wait(lambda: "The exchange can be read again" in watching.said())
    watching.wait(watching.send("ana").has_feedback)
    assert watching.said().count("cannot be read") == 1


def test_a_submission_that_is_written_slowly(watching):
    """In nbgrader's order; between two files, another learner's submission comes through."""
    sent = watching.send("ben")
    watching.wait(sent.has_feedback)
    slow = sent.folder.with_name(sent.folder.name.replace("ben", "ana", 1))
    slow.mkdir()
    for number, file in enumerate(("u.ipynb", "timestamp.txt", "submission_secret.txt")):
        watching.wait(watching.send(f"other{number}").has_feedback)
        assert not (watching.root / "submitted" / "ana").exists()
        shutil.copy(sent.folder / file, slow / file)
    watching.wait(lambda: "u ana: graded, 3 of 3" in watching.said())


def test_a_loop_holds_up_nobody(pristine, tmp_path):
    course = pristine.copy(tmp_path)
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write("c.Execute.timeout = 600\n")  # the loop is to be there to the end
    pid = course.start("--jobs", "2")
    course.send("loop", LOOP)
    course.wait((course.root / "submitted" / "loop" / UNIT).exists)
    # The same learner's next one must not take the second place.
    course.send("loop", LOOP, unit="essay")
    course.wait((course.root / "submitted" / "loop" / "essay").exists)
    for student in ("ana", "ben", "eva"):
        course.wait(course.send(student).has_feedback)
    assert "loop: " not in course.said()
    course.stop(pid)


def test_marks_of_a_grader_bring_the_page_again(pristine, tmp_path):
    course = pristine.copy(tmp_path)
    pid = course.start("essay")
    sent = course.send("ana", "My thoughts.", unit="essay")
    course.wait(sent.has_feedback)
    assert "Well thought" not in sent.page()
    with Gradebook(f"sqlite:///{course.root}/gradebook.db", "tiny") as gradebook:
        grade = gradebook.find_grade("thoughts", "essay", "essay", "ana")
        grade.manual_score, grade.needs_manual_grade = 2.0, False
        gradebook.find_comment("thoughts", "essay", "essay", "ana").manual_comment = "Well thought"
        gradebook.db.commit()
    course.wait(lambda: "Well thought" in sent.page())
    again = course.send("ana", "More thoughts.", unit="essay")
    course.wait(again.has_feedback)
    course.stop(pid)
    assert course.grades()["ana"][1][4] == 2.0


def test_a_unit_that_is_generated_again(watching, beside):
    sent = watching.send("ana")
    watching.wait(sent.has_feedback)
    tests = [
        check("visible", "assert double(2) == 4"),
        check("hidden", "assert double(6) == 12", 5),
    ]
    changed = book(answer("double", RIGHT), *tests)
    nbformat.write(changed, watching.root / "source" / UNIT / "u.ipynb")
    status, said = beside("nbgrader", "generate_assignment", UNIT, "--force", watching)
    assert status == 0, said
    watching.wait(lambda: "6 of 6" in sent.page())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_in_the_middle(pristine, tmp_path, number):
    course = pristine.copy(tmp_path)
    pid = course.start(UNIT)
    sent = course.send("slow", f"{RIGHT}\nimport time\ntime.sleep(20)")
    course.wait((course.root / "submitted" / "slow").exists)
    course.stop(pid, number)
    assert course.said().endswith("Stopped.\n")
    assert course.litter() == [] and not sent.has_feedback()
    assert course.scores() == {}
