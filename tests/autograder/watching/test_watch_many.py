"""Does a watch hear Ctrl-C, and keep everything, while a whole class has just submitted?"""

from types import SimpleNamespace

import pytest

from autograder.watching import loop, polled
from autograder.watching.loop import Watch
from autograder.watching.polled import Polled
from autograder.watching.waiting import Key

CLASS = [f"learner{number}" for number in range(9)]


class Clock:
    """Seconds that pass when a test says so."""

    now = 100.0

    def monotonic(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    made = Clock()
    for module in (loop, polled):
        monkeypatch.setattr(module, "time", made)
    return made


class OtherExchange:
    """One of another kind: it hands out whatever is new, and learners' submissions lie there."""

    def __init__(self):
        app = SimpleNamespace(coursedir=SimpleNamespace(submitted_directory="submitted"))
        self.course = SimpleNamespace(app=app, learners=lambda step, unit: self.there)
        self.there = {}
        self.heard = []
        self.asked = 0

    def directory(self, key):
        return key

    def collector(self, directory):
        return SimpleNamespace(start=self._start)

    def _start(self):
        self.asked += 1
        self.there = dict.fromkeys(CLASS, "now")


@pytest.fixture
def exchange(monkeypatch):
    monkeypatch.setattr(polled, "read_timestamp", lambda folder: (folder, ""))
    return OtherExchange()


def test_a_look_ends_after_a_moment_and_the_next_goes_on(clock, exchange, monkeypatch):
    quiet = SimpleNamespace(trouble=lambda *_: None, over=lambda *_: None)
    database = SimpleNamespace(get_bind=lambda: SimpleNamespace(dialect=SimpleNamespace(name="")))
    database = SimpleNamespace(db=database)
    inbound = Polled(exchange, ["u"])
    watch = Watch({}, database, exchange, inbound, [], quiet, True)

    def takes_a_while():
        clock.now += 0.6 * loop.LOOK

    monkeypatch.setattr(watch, "_hand_out", takes_a_while)
    found = []
    while exchange.asked == 0 or len(watch.queue) < len(CLASS):
        watch._look()
        found.append(len(watch.queue))
        assert not watch.is_idle()
        clock.now += 1
        assert len(found) < 9
    assert found == [2, 4, 6, 8, 9] and exchange.asked == 1
    order = [watch.queue.next(()).key for _ in CLASS]
    assert order == [Key("u", student) for student in CLASS]


def test_what_was_seen_together_has_waited_for_the_same_time(clock, exchange):
    inbound = Polled(exchange, ["u"])
    looks = inbound.look(lambda key: False)
    next(looks)
    clock.now += 50
    assert next(inbound.look(lambda key: True)) == (Key("u", CLASS[1]), 100.0)
