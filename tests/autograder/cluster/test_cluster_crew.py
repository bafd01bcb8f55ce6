"""What becomes of submissions whose workers die, are slow, or are lost, without any worker here?"""

import asyncio
from collections import Counter
from types import SimpleNamespace

import nbformat
import pytest
from distributed import KilledWorker
from tiny_course import answer, book

from autograder.cluster import crew as crews
from autograder.cluster import worker
from autograder.cluster.crew import AHEAD, ClusterCrew
from autograder.cluster.place import Died
from autograder.cluster.told import encode
from autograder.engine.submission.assignment import Assignment, Notebook
from autograder.engine.submission.job import Job
from autograder.engine.submission.limits import Limits
from autograder.engine.submission.results import SubmissionResult
from autograder.problems import CannotStart

UNIT = Assignment("unit", {"one": Notebook("one", (), None)}, {})
NEVER = object()


class Cancelled(Exception):
    """As Dask raises when the scheduler is lost."""


class FakeCluster:
    """A client whose workers do at once what a test says: (student, how often) -> what comes."""

    def __init__(self, answers, workers=("a", "b")):
        self.answers = answers
        self.workers = list(workers)
        self.status = "running"
        self.scheduler = SimpleNamespace(address="tcp://somewhere", ncores=self._nthreads)
        self.loop = SimpleNamespace(add_callback=self._do)
        self.sent = []
        self.cancelled = 0
        self.most = self.open = 0

    def _nthreads(self):
        return dict.fromkeys(self.workers, 1)

    def sync(self, function, callback_timeout):
        return function()

    def subscribe_topic(self, topic, handler):
        assert topic.startswith(worker.STARTED)
        self.started = handler

    def submit(self, function, *words, workers=None, **settings):
        _, number, _, packed = words
        job, _ = crews.pickle.loads(packed)
        self.sent.append((job.student, workers))
        self.open += 1
        self.most = max(self.most, self.open)
        return SimpleNamespace(student=job.student, number=number, cancel=self._cancel)

    def _cancel(self):
        self.cancelled += 1

    def _do(self, fetch, number, future):
        turn = sum(student == future.student for student, _ in self.sent)
        said = self.answers(future.student, turn)
        waits = isinstance(said, tuple)
        if not waits or said[1] is not None:
            where = said[1] if waits else "a"
            self.started((0.0, {"number": number, "worker": where}))
        said = said[0] if waits else said
        if said is not NEVER:
            self._said = said
            asyncio.run(fetch(number, future))

    async def gather(self, future, asynchronous):
        self.open -= 1
        if isinstance(self._said, Exception):
            raise self._said
        return self._said


def fine(seconds=0.1):
    """What a worker says of a submission that it has graded."""
    return encode(SubmissionResult("", "", "", seconds=seconds), UNIT)


def killed(where):
    """What Dask says of everything that was on a worker when it was lost."""
    return KilledWorker("key", SimpleNamespace(address=where), 0)


@pytest.fixture
def jobs(tmp_path):
    """Some submissions."""
    made = []
    for number in range(9):
        folder = tmp_path / f"learner{number}"
        folder.mkdir()
        nbformat.write(book(answer("double", "x = 1")), folder / "one.ipynb")
        made.append(Job(folder.name, "unit", folder, "f", number))
    return made


def graded(cluster, jobs, first=None):
    """What a crew makes of submissions: learner -> problem."""
    made = ClusterCrew(cluster, "key", UNIT, Limits())
    results = list(made.grade(first, jobs))
    assert Counter(r.student for r in results) == Counter(j.student for j in jobs)
    return {result.student: result.problem for result in results}


def test_a_few_for_each_worker_are_under_way(jobs):
    cluster = FakeCluster(lambda student, turn: fine())
    assert set(graded(cluster, jobs).values()) == {""}
    assert len(cluster.sent) == len(jobs)
    assert cluster.most <= AHEAD * len(cluster.workers)


@pytest.mark.parametrize("death", [Died("it ended"), (killed("b"), "b")])
def test_who_loses_a_worker_is_graded_elsewhere(jobs, death):
    def answers(student, turn):
        return death if student == "learner3" and turn == 1 else fine()

    cluster = FakeCluster(answers)
    assert set(graded(cluster, jobs).values()) == {""}
    assert len(cluster.sent) == len(jobs) + 1


@pytest.mark.parametrize("death", [Died("it ended"), (killed("b"), "b")])
def test_what_kills_two_workers_is_ungradable(jobs, death):
    cluster = FakeCluster(lambda student, turn: death if student == "learner3" else fine())
    found = graded(cluster, jobs)
    assert found.pop("learner3").startswith("2 workers that graded it died")
    assert set(found.values()) == {""}
    assert Counter(student for student, _ in cluster.sent)["learner3"] == 2


def test_who_only_waited_at_a_lost_worker_has_not_killed_it(jobs):
    def answers(student, turn):
        return (killed("b"), None) if student == "learner3" and turn < 4 else fine()

    assert set(graded(FakeCluster(answers), jobs).values()) == {""}


def test_what_never_begins_is_given_up_at_last(jobs):
    cluster = FakeCluster(lambda student, turn: (killed("b"), None))
    assert "none came to an end" in graded(cluster, jobs[:1])["learner0"]


def test_the_slow_worker_does_not_hold_the_last_ones_back(jobs, monkeypatch):
    monkeypatch.setattr(crews, "LOOK", 0.01)
    monkeypatch.setattr(crews, "SLOW", 0.05)

    def answers(student, turn):
        return (NEVER, "b") if student == "learner3" and turn == 1 else fine(0.001)

    cluster = FakeCluster(answers)
    assert set(graded(cluster, jobs).values()) == {""}
    assert cluster.sent[-1] == ("learner3", ["a"])  # not to the slow one again
    assert cluster.cancelled == 1


def test_what_takes_long_by_nature_is_waited_for(jobs, monkeypatch):
    """Copies on idle workers are no lost tries: it would be given up for being slow."""
    monkeypatch.setattr(crews, "LOOK", 0.001)
    monkeypatch.setattr(crews, "SLOW", 0.0)
    monkeypatch.setattr(crews, "TIMES_USUAL", 0.0)
    cluster = FakeCluster(lambda student, turn: (NEVER, None), workers=["a", "b"])
    made = ClusterCrew(cluster, "key", UNIT, Limits())
    looks = iter(range(100))
    look = made._look

    def ends_at_last():
        look()
        if next(looks) == 50:
            number = min(made._attempts)
            made._inbox.put((number, fine(100)))

    monkeypatch.setattr(made, "_look", ends_at_last)
    (result,) = made.grade(None, jobs[:1])
    assert result.problem == ""
    assert len(cluster.sent) == crews.MOST_TRIES


def test_a_lost_scheduler_is_one_sentence(jobs):
    cluster = FakeCluster(lambda student, turn: Cancelled() if student == "learner3" else fine())
    done = []  # what had come before is handed on
    results = ClusterCrew(cluster, "key", UNIT, Limits()).grade(None, jobs)
    with pytest.raises(CannotStart, match="connection to the cluster at tcp://somewhere is lost"):
        done.extend(result.student for result in results)
    assert done == ["learner0", "learner1", "learner2"]


def test_no_workers_for_long_is_one_sentence(jobs, monkeypatch):
    monkeypatch.setattr(crews, "LOOK", 0.01)
    monkeypatch.setattr(crews, "NOBODY", 0.05)
    cluster = FakeCluster(lambda student, turn: (NEVER, None), workers=())
    with pytest.raises(CannotStart, match="has had no workers for"):
        graded(cluster, jobs)


def test_a_scheduler_that_hangs_is_as_good_as_lost(jobs):
    cluster = FakeCluster(lambda student, turn: fine())

    def hangs(function, callback_timeout):
        raise TimeoutError(f"timed out after {callback_timeout} s.")

    cluster.sync = hangs
    with pytest.raises(CannotStart, match="connection to the cluster at tcp://somewhere is lost"):
        graded(cluster, jobs)


@pytest.mark.parametrize("said", [b"\x80\x04N.", b"[]", b'{"sizes": [], "result": 1}', b'{"a": 1}'])
def test_an_answer_that_is_none_is_nobody_elses_trouble(jobs, said):
    cluster = FakeCluster(lambda student, turn: said if student[-1] == "3" else fine())
    found = graded(cluster, jobs)
    assert found.pop("learner3").startswith("A worker's answer is none")
    assert set(found.values()) == {""}


def test_the_first_comes_before_all_others(jobs):
    seen = []
    cluster = FakeCluster(lambda student, turn: seen.append(student) or fine())
    crew = ClusterCrew(cluster, "key", UNIT, Limits())
    results = crew.grade(jobs[8], jobs[:3])
    assert next(results).student == "learner8"
    assert seen == ["learner8"]
    assert len(list(results)) == 3


def test_whoever_stops_early_leaves_nothing_under_way(jobs):
    cluster = FakeCluster(lambda student, turn: fine() if student[-1] == "0" else (NEVER, "b"))
    results = ClusterCrew(cluster, "key", UNIT, Limits()).grade(None, jobs)
    next(results)
    results.close()
    assert cluster.cancelled == len(cluster.sent) - 1


def test_what_has_come_is_at_hand_until_it_is_handed_on(jobs):
    crew = ClusterCrew(FakeCluster(lambda student, turn: fine()), "key", UNIT, Limits())
    seen = [crew.at_hand() for _ in crew.grade(None, jobs)]
    assert len(seen) == len(jobs)
    assert seen[:4] == [True, True, True, False]  # the four that were under way came together
    assert not seen[-1]
