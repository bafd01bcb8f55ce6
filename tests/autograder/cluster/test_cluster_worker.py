"""What becomes of the place beside a worker, and of a worker with other versions."""

import asyncio
from types import SimpleNamespace

import pytest
from distributed.cli import dask_worker as command

from autograder.cluster import worker
from autograder.cluster.place import Died
from autograder.cluster.versions import described

KEY = "unit"


@pytest.fixture
def dask_worker(monkeypatch):
    """As much of one as ours sees; it notes why it was closed, and when places end."""
    made = SimpleNamespace(address="tcp://here", closed=[], ended=0)
    made.log_event = lambda topic, told: None
    made.close = lambda reason: made.closed.append(reason)
    made.loop = SimpleNamespace(add_callback=lambda call, **words: call(**words))
    monkeypatch.setattr(worker, "get_worker", lambda: made)
    monkeypatch.setattr(worker, "_units", {worker.PRELOADED: b""})
    monkeypatch.setattr(worker, "_keys", {})
    monkeypatch.setattr(worker, "_places", {})
    return made


class FakePlace:
    """Comes up and grades at once."""

    def __init__(self, dask_worker, meanwhile=None):
        self._worker = dask_worker
        if meanwhile:
            meanwhile()

    def grade(self, job):
        return b"result of " + job

    def stop(self):
        self._worker.ended += 1


def unit(run="run", **other):
    """What brings the unit for a run, from a machine with these other versions."""
    here = {**described(()), "preload": "yes", **other}
    return worker.BringUnit(run, KEY, b"the unit", (), here)


def test_a_place_lasts_as_long_as_its_unit(dask_worker, monkeypatch):
    plugin = unit()
    plugin.setup(dask_worker)
    monkeypatch.setattr(worker, "Place", lambda data: FakePlace(dask_worker))
    assert worker.grade("run", 1, KEY, b"one") == b"result of one"
    assert worker.grade("run", 2, KEY, b"two") == b"result of two"
    assert dask_worker.ended == 0
    plugin.teardown(dask_worker)
    assert dask_worker.ended == 1


def test_a_place_that_comes_up_when_the_run_has_ended_ends(dask_worker, monkeypatch):
    """Ctrl-C while it comes up: nobody would end it, and nobody grade in it."""
    plugin = unit()
    plugin.setup(dask_worker)

    def ends():
        plugin.teardown(dask_worker)

    monkeypatch.setattr(worker, "Place", lambda data: FakePlace(dask_worker, meanwhile=ends))
    with pytest.raises(Died):
        worker.grade("run", 1, KEY, b"one")
    assert dask_worker.ended == 1


def test_who_grades_the_same_unit_meanwhile_keeps_it(dask_worker, monkeypatch):
    monkeypatch.setattr(worker, "Place", lambda data: FakePlace(dask_worker))
    first, second = unit("first"), unit("second")
    assert first.name != second.name  # the scheduler tells them apart
    first.setup(dask_worker)
    second.setup(dask_worker)
    worker.grade("second", 1, KEY, b"one")
    first.teardown(dask_worker)
    assert dask_worker.ended == 0
    assert worker.grade("second", 2, KEY, b"two") == b"result of two"
    second.teardown(dask_worker)
    assert dask_worker.ended == 1
    with pytest.raises(KeyError):
        worker.grade("second", 3, KEY, b"three")


def test_a_worker_with_other_versions_leaves_and_says_why(dask_worker, capsys):
    unit(numpy="0.1").setup(dask_worker)
    (reason,) = dask_worker.closed
    assert reason.startswith("This worker leaves: numpy is ") and reason.endswith("0.1 here.")
    assert reason in capsys.readouterr().err


def started_late(threads=1, nanny=None):
    """As much as ours sees of a worker that something else than `dask worker` has started."""
    return SimpleNamespace(state=SimpleNamespace(nthreads=threads), nanny=nanny)


def test_a_worker_with_two_threads_does_not_join(capsys):
    with pytest.raises(SystemExit) as ended:
        asyncio.run(worker.dask_setup.callback(started_late(threads=2)))
    assert ended.value.code == 2
    assert "This worker does not join: a worker grades one submission" in capsys.readouterr().err


def test_a_nanny_does_not_try_again_where_nobody_can_grade(monkeypatch):
    monkeypatch.setattr(worker, "_hindrance", lambda: "No sandbox.")
    told, statuses = [], []

    async def close_gracefully(reason):
        told.append(reason)

    made = started_late(nanny="tcp://nanny")
    made.rpc = {"tcp://nanny": SimpleNamespace(close_gracefully=close_gracefully)}.get

    def ends(status):
        statuses.append(status)
        raise SystemExit  # nothing comes after it

    monkeypatch.setattr(worker.os, "_exit", ends)
    with pytest.raises(SystemExit):
        asyncio.run(worker.dask_setup.callback(made))
    assert (told, statuses) == (["No sandbox."], [2])


def options(*words):
    """Read the options of `dask worker` as it does."""
    command.main.make_context("worker", [*words, "--preload", worker.__name__])


@pytest.mark.parametrize("threads", [(), ("--nthreads", "2")])
def test_dask_worker_ends_with_a_sentence_where_it_has_more_threads_than_one(threads):
    with pytest.raises(worker.DoesNotJoin, match="not join: a worker grades one"):
        options("tcp://127.0.0.1:9", *threads)


def test_dask_worker_goes_on_where_it_can_grade(monkeypatch):
    monkeypatch.setattr(worker, "_hindrance", lambda: "")
    options("tcp://127.0.0.1:9", "--nthreads", "1")
    monkeypatch.setattr(worker, "_hindrance", lambda: "No sandbox.")
    with pytest.raises(worker.DoesNotJoin, match="join: No sandbox"):
        options("tcp://127.0.0.1:9", "--nthreads", "1")


def test_where_processes_may_have_little_memory_nobody_grades(monkeypatch):
    """A checker could not start there, and every answer would have failed."""
    monkeypatch.setattr(worker.resource, "getrlimit", lambda what: (2**32, 2**32))
    reason = worker._hindrance.__wrapped__()
    assert reason.startswith("its processes may have no more than 4.0 GiB of address space each")
