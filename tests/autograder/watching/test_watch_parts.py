"""The parts of `autograder watch` where a whole run would not show them: queue, places, inbound."""

import os
import signal
import time
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warm_commands import WarmCommands
from watched_course import UNIT, WRONG, WatchedCourse

from autograder.course import load_course
from autograder.engine.sandbox.sandbox import Sandbox
from autograder.problems import CannotStart
from autograder.watching import settling
from autograder.watching.collecting import Collecting
from autograder.watching.exchange import Exchange, Failed
from autograder.watching.inbound import Inbound, Strange, snapshot
from autograder.watching.places import Died, Place, open_places, pause
from autograder.watching.waiting import Key, Queue

# The queue


class Clock:
    """Seconds that pass when a test says so."""

    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def queue(clock):
    return Queue(clock)


keys = st.builds(Key, st.sampled_from("uv"), st.sampled_from("abcd"))


@given(st.lists(keys))
def test_everything_that_is_added_comes_out_once_in_order(added):
    queue = Queue(lambda: 0.0)
    for key in added:
        queue.add(key, grade=True)
    found = [queue.next(()).key for _ in range(len(queue))]
    assert found == list(dict.fromkeys(added))
    assert queue.next(()) is None


def test_a_learner_who_is_graded_waits_for_the_others(queue):
    for key in (Key("u", "a"), Key("v", "a"), Key("u", "b")):
        queue.add(key, grade=True)
    assert queue.next({"a"}).key == Key("u", "b")
    assert queue.next({"a"}) is None
    assert len(queue) == 2


def test_a_second_one_keeps_the_place_of_the_first(queue, clock):
    queue.add(Key("u", "a"), grade=False)
    clock.now = 5
    queue.add(Key("u", "b"), grade=True)
    queue.add(Key("u", "a"), grade=True)
    assert queue.longest() == 5
    found = queue.next(())
    assert (found.key, found.grade) == (Key("u", "a"), True)


def test_what_failed_waits_and_what_is_new_does_not(queue, clock):
    queue.add(Key("u", "a"), grade=True, delay=4)
    assert queue.next(()) is None
    clock.now = 4
    assert queue.next(()).key == Key("u", "a")
    queue.add(Key("u", "a"), grade=True, delay=4)
    queue.add(Key("u", "a"), grade=True)
    assert queue.next(()).key == Key("u", "a")


# The places


def outcome(place):
    """What a place has made, or the exception that says that it died."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        pause([place], 0.2)
        if (found := place.result()) is not None:
            return found
    raise AssertionError("nothing came")


def kill_yourself():
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.fixture(scope="module")
def places():
    with open_places(2, Sandbox(walls=False)) as found:
        yield found


def test_a_place_works(places):
    places[0].begin("work", divmod, 7, 3)
    assert outcome(places[0]) == (2, 1)


def test_a_place_that_dies_is_made_anew_and_the_other_goes_on(places):
    dies, lives = places
    lives.begin("work", sum, [1, 2])
    dies.begin("work", kill_yourself)
    with pytest.raises(Died):
        outcome(dies)
    assert outcome(lives) == 3
    until = time.monotonic() + 60
    while not dies.ready:
        assert time.monotonic() < until
        pause([dies], 0.2)
        dies.result()
    dies.begin("work", sum, [2, 3])
    assert outcome(dies) == 5


def test_no_process_is_left(tmp_path):
    place = Place(7, Sandbox(walls=False), tmp_path)
    place.start()
    process = place._process
    place.stop()
    assert process.exitcode == -signal.SIGKILL
    assert list(tmp_path.iterdir()) == []


# The inbound folder


@pytest.fixture(scope="module")
def pristine(tmp_path_factory):
    commands = WarmCommands()
    yield WatchedCourse.new(tmp_path_factory.mktemp("pristine"), commands)
    commands.close()


@pytest.fixture
def course(pristine, tmp_path, monkeypatch):
    made = pristine.copy(tmp_path)
    monkeypatch.chdir(made.root)
    return made


def looks(inbound, times):
    """What several looks bring, one after the other."""
    found = []
    for _ in range(times):
        found.append([key.student for key, _ in inbound.look(lambda key: False)])
        for look in inbound._looks.values():
            look.not_before = 0.0
    return found


def test_a_submission_is_looked_at_twice(course):
    inbound = Inbound(Exchange(load_course(course.root)), [UNIT])
    course.send("ana")
    assert looks(inbound, 3) == [[], ["ana"], []]


def test_a_look_that_is_broken_off_leaves_the_rest_to_the_next(course):
    inbound = Inbound(Exchange(load_course(course.root)), [UNIT])
    for student in ("ana", "ben", "eva"):
        course.send(student)
    began = time.monotonic()
    assert looks(inbound, 1) == [[]]
    ended = time.monotonic()
    first, since = next(iter(inbound.look(lambda key: False)))
    assert began <= since <= ended, "it has waited since it was seen, not since it was copied"
    assert [first.student, *looks(inbound, 1)[0]] == ["ana", "ben", "eva"]
    assert looks(inbound, 1) == [[]]


def test_a_submission_that_changes_between_the_looks_waits(course):
    inbound = Inbound(Exchange(load_course(course.root)), [UNIT])
    sent = course.send("ana")
    assert looks(inbound, 1) == [[]]
    (sent.folder / "more.txt").write_text("more")
    assert looks(inbound, 2) == [[], ["ana"]]


def test_a_submission_that_changes_while_it_is_copied_is_not_taken(course, monkeypatch):
    """Somebody exchanges a file for a link at the moment when it is copied, and back again."""
    inbound = Inbound(Exchange(load_course(course.root)), [UNIT])
    sent = course.send("ana")
    real = Collecting.stage

    def cheat(self, key):
        book = sent.folder / "u.ipynb"
        content, times = book.read_bytes(), book.stat()
        book.unlink()
        book.symlink_to(course.root / "source" / UNIT / "u.ipynb")
        staged = real(self, key)
        book.unlink()
        book.write_bytes(content)
        os.utime(book, ns=(times.st_atime_ns, times.st_mtime_ns))
        return staged

    monkeypatch.setattr(Collecting, "stage", cheat)
    assert looks(inbound, 4) == [[]] * 4
    assert not list((course.root / "submitted").rglob("*.ipynb"))
    monkeypatch.undo()
    monkeypatch.chdir(course.root)
    assert looks(inbound, 2) == [[], ["ana"]]


def test_a_submission_that_is_being_graded_stays_as_it_is(course):
    inbound = Inbound(Exchange(load_course(course.root)), [UNIT])
    course.send("ana")
    assert [list(inbound.look(lambda key: key == Key(UNIT, "ana"))) for _ in range(3)] == [[]] * 3
    assert looks(inbound, 2) == [[], ["ana"]]


@pytest.mark.parametrize("there", ["before", "after", ""])
def test_the_due_date_decides_where_the_course_says_so(course, there):
    """nbgrader's own setting: the last submission before the due date counts."""
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "c.ExchangeCollect.before_duedate = True\n")
    before = course.send("ana", WRONG)
    (course.root / "submitted" / "ana").mkdir(parents=True)
    due = before.folder.name.split("+")[2].removesuffix(" UTC")
    course.sql("update assignment set duedate = ? where name = ?", due, UNIT)
    after = course.send("ana")
    if there:
        from shutil import copytree

        chosen = before if there == "before" else after
        copytree(chosen.folder, course.root / "submitted" / "ana" / UNIT)
    inbound = Inbound(Exchange(load_course(course.root)), [UNIT])
    assert looks(inbound, 2)[1] == ([] if there == "before" else ["ana"])
    text = (course.root / "submitted" / "ana" / UNIT / "u.ipynb").read_text()
    assert "return 4" in text


def test_a_snapshot_refuses_what_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Strange, match="pipe is a link, or no ordinary file"):
        snapshot(tmp_path)


# A unit is settled before its first submission is graded


def refuse(*_):
    raise CannotStart("The solution cannot be graded.")


def test_a_unit_that_cannot_be_settled_is_told_of_and_waits(monkeypatch):
    monkeypatch.setattr(settling, "settle", refuse)
    unit = SimpleNamespace(name="u", is_settled=False)
    said = SimpleNamespace(line=lambda _: None)
    for ready, work, reason in [(True, None, "cannot be graded"), (True, 1, "is at work")]:
        place = SimpleNamespace(ready=ready, work=work)
        with pytest.raises(Failed, match=reason):
            settling.settle_late(unit, [place], said)
    unit.is_settled = True
    settling.settle_late(unit, [], said)
