"""Does the desk's server decide truly: what was handed in, what comes of it, where feedback is?"""

import asyncio
import logging
import os
from types import SimpleNamespace

import pytest
from filelock import FileLock
from test_handing_in import COURSE, NAME, assignments, desk, release_feedback, renewed
from traitlets.config import Config

from course.desk.exchange import own_exchange
from course.desk.files import as_json
from course.desk.grader import LOCK, STATE
from course.desk.released import Unit
from course.jupyter import service as module
from course.jupyter.service import DeskService, NotOnTheDesk, anchor

__all__ = ["assignments", "desk", "renewed"]  # fixtures

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="nbgrader has no exchange on Windows"),
    # nbgrader's list reads feedback pages without closing them.
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),
]

PATH = f"{NAME}/{NAME}.ipynb"
LOG = logging.getLogger("test")


@pytest.fixture
def service(desk, assignments, monkeypatch):
    """What answers for a desk of its own exchange; it looks for feedback whenever it is asked."""
    monkeypatch.setattr(module, "FETCHING", 0.0)
    monkeypatch.setattr(module, "SHARE", 0)
    return made(desk, assignments, own_exchange(desk).root)


def made(desk, assignments, root):
    config = Config({"CourseDirectory": {"course_id": COURSE}, "Exchange": {"root": str(root)}})
    released = desk.folder.parent / "release" / NAME
    return DeskService(desk, assignments, lambda: [Unit(released)], lambda: config, LOG)


@pytest.fixture
def grader(desk):
    """Give a function that writes down the state of a grader that is there."""
    with FileLock(desk.own / LOCK):
        yield lambda state, sentence="": (desk.own / STATE).write_bytes(
            as_json({"state": state, "sentence": sentence})
        )


def test_submit_says_what_was_handed_in_and_when_and_that_it_is_waited_for(desk, service, grader):
    grader("ready")
    answer = asyncio.run(service.submit(PATH))
    (sent,) = sorted(path.name for path in own_exchange(desk).inbound.iterdir())
    assert answer["what"] == [f"{NAME}.ipynb"]
    assert module.handed_in(sent.split("+")[2]).isoformat() == answer["handed_in"]
    assert answer["waits"] and answer["said"] == ""


@pytest.mark.parametrize("state", ["off", "unavailable"])
def test_without_a_grader_submit_says_so(desk, service, state, grader):
    if state != "off":
        grader(state, "What you hand in is not graded at present.")
    service._began -= module.STARTING
    answer = asyncio.run(service.submit(PATH))
    assert answer["handed_in"] and not answer["waits"]
    assert "not graded at present" in answer["said"] or "is not running" in answer["said"]


@pytest.mark.parametrize(
    ("state", "words"),
    [("preparing", "The grader is being prepared."), ("ready", "It is still being graded.")],
)
def test_feedback_that_takes_long_is_waited_for_as_long_as_a_grader_works(
    desk, service, monkeypatch, grader, state, words
):
    """Is what was handed in early, or holds a loop without end, followed to its feedback?"""
    monkeypatch.setattr(module, "PATIENCE", 0.0)
    grader(state, words if state == "preparing" else "")
    sent = asyncio.run(service.submit(PATH))
    assert sent["waits"]
    answer = asyncio.run(service.feedback(PATH, after=sent["handed_in"]))
    assert answer["waits"] and answer["said"].endswith(f"is not there yet. {words}")
    grader("unavailable", "The grader does not run.")
    answer = asyncio.run(service.feedback(PATH, after=sent["handed_in"]))
    assert not answer["waits"] and answer["said"].endswith("The grader does not run.")
    release_feedback(desk)
    assert asyncio.run(service.feedback(PATH, after=sent["handed_in"]))["path"]


def test_a_grader_that_is_about_to_start_is_not_called_gone(service):
    assert service.grader() == ("preparing", "The grader starts in a moment.")


def test_in_a_class_it_is_the_teacher_who_grades(desk, assignments):
    state, words = made(desk, assignments, "/srv/exchange").grader()
    assert state == "class" and f"your class ({COURSE})" in words


def test_what_is_not_handed_in_is_told_in_the_sentence_of_the_list(desk, service):
    (desk.folder / PATH).unlink()
    answer = asyncio.run(service.submit(PATH))
    assert answer["handed_in"] is None
    assert f"{NAME}.ipynb is not in its folder any more" in answer["said"]


def test_there_is_no_feedback_before_anything_was_handed_in(service):
    answer = asyncio.run(service.feedback(PATH))
    assert answer["path"] is None and answer["said"].endswith("press Submit to hand it in.")


def test_the_newest_page_is_found_with_its_exercise(desk, service, grader):
    grader("ready")
    sent = asyncio.run(service.submit(PATH))["handed_in"]
    page = '<h2 id="exercise-4">x</h2><section aria-label="Test a_test">'
    release_feedback(desk, page)
    answer = asyncio.run(service.feedback(PATH, "a_test", sent))
    assert answer["anchor"] == "exercise-4" and answer["handed_in"] == sent
    assert (desk.folder / answer["path"]).read_text() == page


def test_nbgraders_list_is_made_only_when_something_has_come(desk, service, grader, monkeypatch):
    """Is feedback that comes while it is waited for found with two lists, whatever the wait?"""
    grader("ready")
    sent = asyncio.run(service.submit(PATH))["handed_in"]
    fetch, lists = service.assignments.fetch_what_is_there, []

    def fetched(course):
        fetch(course)
        lists.append(course)
        if len(lists) == 1:
            release_feedback(desk)

    monkeypatch.setattr(service.assignments, "fetch_what_is_there", fetched)
    assert asyncio.run(service.feedback(PATH, after=sent))["handed_in"] == sent
    assert len(lists) == 2


def test_older_feedback_is_not_taken_for_what_is_waited_for(desk, service, monkeypatch, grader):
    grader("ready")
    monkeypatch.setattr(module, "PATIENCE", 0.0)
    asyncio.run(service.submit(PATH))
    release_feedback(desk)
    later = asyncio.run(service.submit(PATH))["handed_in"]
    assert asyncio.run(service.feedback(PATH))["path"]
    answer = asyncio.run(service.feedback(PATH, after=later))
    assert answer["path"] is None and "is not there yet" in answer["said"]


def test_home_knows_what_was_handed_in(desk, service, grader):
    grader("ready")
    sent = asyncio.run(service.submit(PATH))["handed_in"]
    found = asyncio.run(service.home())
    assert found["units"][0]["handed_in"] == sent
    assert found["grader"]["state"] == "ready"


@pytest.mark.parametrize("path", ["notes.ipynb", f"../{PATH}", "", f"{NAME}/other.ipynb"])
def test_only_the_courses_own_notebooks_are_answered_for(service, path):
    for answer in (service.check, service.submit, service.feedback):
        with pytest.raises(NotOnTheDesk):
            asyncio.run(answer(path))


def test_an_exercise_that_is_not_on_the_page_has_no_place():
    page = '<h2 id="exercise-1"></h2><section aria-label="Your answer f"></section>'
    assert anchor(page, "f") == "exercise-1"
    assert anchor(page, "g") == anchor(page, "") == anchor("", "f") == ""


def test_trouble_with_the_exchange_does_not_keep_home_from_showing(desk, service, caplog):
    broken = SimpleNamespace(
        fetch_what_is_there=lambda course: (_ for _ in ()).throw(OSError("gone")),
        submitted=lambda course: [],
    )
    service.assignments = broken
    assert asyncio.run(service.home())["units"]
    assert "The feedback could not be fetched: gone" in caplog.text
