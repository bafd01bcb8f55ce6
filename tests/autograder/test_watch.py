"""`autograder watch` as its user sees it: from the exchange to the released page and back."""

import shutil
import signal

import nbformat
import pytest
from nbgrader.api import Gradebook
from tiny_course import answer, book, check
from warm_commands import WarmCommands
from watched_course import LOOP, RIGHT, UNIT, WRONG, WatchedCourse

SUBMITTED, GRADED, PAGES = "submitted", "autograded", "feedback"


@pytest.fixture(scope="module")
def commands():
    made = WarmCommands()
    yield made
    made.close()


@pytest.fixture(scope="module")
def pristine(commands, tmp_path_factory):
    """Two released units, the own solutions checked, nothing submitted."""
    course = WatchedCourse.new(tmp_path_factory.mktemp("pristine"), commands)
    assert "Watching essay, u in" in course.once()
    return course


@pytest.fixture
def course(pristine, tmp_path):
    return pristine.copy(tmp_path)


# What comes through


def test_from_submission_to_feedback(course):
    right, wrong = course.send("ana"), course.send("ben", WRONG)
    said = course.once(UNIT)
    assert "u ana: graded, 3 of 3" in said and "u ben: graded, 1 of 3" in said
    assert course.scores() == {"ana": 3, "ben": 1}
    assert "3 of 3" in right.page() and "1 of 3" in wrong.page()
    assert course.result("ana", UNIT)["status"] == "graded"
    assert course.litter() == []


def test_nothing_is_done_twice(course):
    sent = course.send("ana")
    course.once(UNIT)
    places = [path for path in course.root.rglob("*/ana/*/*") if path.is_file()]
    before = {path: path.stat().st_mtime_ns for path in (*places, sent.feedback)}
    assert "u ana" not in course.once(UNIT)
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_the_newest_is_graded(course):
    first = course.send("ana", WRONG)
    second = course.send("ana", RIGHT)
    course.once(UNIT)
    assert course.scores() == {"ana": 3}
    assert second.has_feedback() and not first.has_feedback()
    third = course.send("ana", WRONG)
    course.once(UNIT)
    assert course.scores() == {"ana": 1}
    assert "1 of 3" in third.page() and "3 of 3" in second.page()


def test_an_older_one_never_replaces_what_is_there(course):
    """Even when the newer one is in the exchange no more."""
    old = course.send("ana", WRONG)
    away = course.root.parent / "away"
    shutil.move(old.folder, away)
    new = course.send("ana", RIGHT)
    course.once(UNIT)
    shutil.rmtree(new.folder)
    shutil.move(away, old.folder)
    course.once(UNIT)
    assert course.scores() == {"ana": 3}


def test_all_units_of_the_gradebook(course):
    course.send("ana")
    course.send("ana", "My thoughts.", unit="essay")
    course.once()
    assert course.scores() == {"ana": 3}
    assert course.scores("essay") == {"ana": 1}


def test_units_that_were_not_named_are_left_alone(course):
    sent = course.send("ana", "My thoughts.", unit="essay")
    course.once(UNIT)
    assert not (course.root / SUBMITTED / "ana" / "essay").exists()
    assert not sent.has_feedback()


def test_what_was_collected_by_hand_is_graded_too(course):
    course.submit("ana", UNIT, "2030-01-01 12:00:00 UTC", double=RIGHT)
    said = course.once(UNIT)
    assert course.scores() == {"ana": 3}
    assert (course.root / PAGES / "ana" / UNIT / "u.html").is_file()
    assert "ana's feedback for u cannot be released" in said


# What does not come through


def test_ungradable_one_does_not_stop_the_others(course):
    sent = course.send("ana")
    broken = course.send("ben")
    (broken.folder / "u.ipynb").write_text("no notebook")
    said = course.once(UNIT, status=1)
    assert "u ben: ungradable" in said and "u.ipynb is no notebook" in said
    assert sent.has_feedback() and not broken.has_feedback()
    mended = course.send("ben")
    course.once(UNIT)
    assert mended.has_feedback()


def no_timestamp(folder):
    (folder / "timestamp.txt").unlink()


def another_timestamp(folder):
    (folder / "timestamp.txt").write_text("2020-01-01 00:00:00.000000 UTC")


def no_secret(folder):
    (folder / "submission_secret.txt").unlink()


def empty_secret(folder):
    (folder / "submission_secret.txt").write_text("")


@pytest.mark.parametrize("undo", [no_timestamp, another_timestamp, no_secret, empty_secret])
def test_a_half_written_submission_waits(course, undo):
    """A stale timestamp.txt may come from the learner's own folder."""
    sent = course.send("ana")
    whole = course.root.parent / "whole"
    shutil.copytree(sent.folder, whole)
    undo(sent.folder)
    said = course.once(UNIT, status=1)
    assert "ana's submission of u in the exchange is not whole" in said
    assert not (course.root / SUBMITTED / "ana").exists()
    shutil.copytree(whole, sent.folder, dirs_exist_ok=True)
    course.once(UNIT)
    assert sent.has_feedback()


def test_a_link_is_not_followed(course):
    sent = course.send("ana")
    (sent.folder / "notes.txt").symlink_to(course.root / "source" / UNIT / "u.ipynb")
    said = course.once(UNIT, status=1)
    assert "ana's submission of u was not collected: notes.txt is a link" in said
    assert not (course.root / SUBMITTED / "ana").exists()


@pytest.mark.parametrize("name", ["..", ".hidden", "a*", "", "a[b]"])
def test_a_name_that_leads_elsewhere_is_refused(course, name):
    sent = course.send("ana")
    stamp = sent.folder.name.split("+")[2]
    sent.folder.rename(sent.folder.with_name(f"{name}+u+{stamp}+x"))
    said = course.once(UNIT)
    assert "is no submission's name" in said
    assert not (course.root / SUBMITTED).exists() and not (course.root / UNIT).exists()


def test_a_folder_of_somebody_else_is_said(pristine, tmp_path):
    course = pristine.copy(tmp_path)
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "c.ExchangeCollect.check_owner = True\n")
    course.send("nobody-here")
    said = course.once(UNIT)
    assert "claims to be submitted by nobody-here but is owned by" in said


# What stops it


def test_a_unit_that_does_not_exist(course):
    status, said = course.autograder("watch", "--once", "missing")
    assert status == 2 and "The gradebook knows no unit missing" in said


def test_a_course_without_an_id(course):
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text().replace('"tiny"', '""'))
    status, said = course.autograder("watch", "--once", UNIT)
    assert status == 2 and "The course has no id" in said


def test_an_exchange_that_is_not_there(course):
    course.submit("ana", UNIT, "2030-01-01 12:00:00 UTC", double=RIGHT)
    course.exchange.parent.rename(course.root.parent / "away")
    said = course.once(UNIT, status=1)
    assert "The exchange cannot be read" in said
    assert course.scores() == {"ana": 3}


def test_a_disk_that_is_full(course):
    """Everything but the largest file can be written."""
    text = f"{RIGHT}\n\nfor _ in range(900):\n    print('x' * 900)"
    long, short = course.send("ana", text), course.send("ben")
    said = course.once(UNIT, status=1, most_bytes=500_000)
    assert "ana's grade for u is not saved" in said and "File too large" in said
    assert short.has_feedback() and not long.has_feedback()
    course.once(UNIT)
    assert long.has_feedback()
    assert course.litter() == []


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
        assert not (watching.root / SUBMITTED / "ana").exists()
        shutil.copy(sent.folder / file, slow / file)
    watching.wait(lambda: "u ana: graded, 3 of 3" in watching.said())


def test_a_loop_holds_up_nobody(pristine, tmp_path):
    course = pristine.copy(tmp_path)
    pid = course.start("--jobs", "2")
    course.send("loop", LOOP)
    course.wait((course.root / SUBMITTED / "loop" / UNIT).exists)
    # The same learner's next one must not take the second place.
    course.send("loop", LOOP, unit="essay")
    course.wait((course.root / SUBMITTED / "loop" / "essay").exists)
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
    course.wait((course.root / SUBMITTED / "slow").exists)
    course.stop(pid, number)
    assert course.said().endswith("Stopped.\n")
    assert course.litter() == [] and not sent.has_feedback()
    assert course.scores() == {}
