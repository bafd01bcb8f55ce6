"""What becomes of the place beside a worker, and of a worker with other versions."""

from types import SimpleNamespace

import pytest

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


def unit(**other):
    """What brings the unit from a machine with these other versions."""
    here = {**described(()), "preload": "yes", **other}
    return worker.BringUnit(KEY, b"the unit", (), here)


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


def test_a_worker_with_other_versions_leaves_and_says_why(dask_worker, capsys):
    unit(numpy="0.1").setup(dask_worker)
    (reason,) = dask_worker.closed
    assert reason.startswith("This worker leaves: numpy is ") and reason.endswith("0.1 here.")
    assert reason in capsys.readouterr().err


def test_a_worker_with_two_threads_does_not_join(capsys):
    with pytest.raises(SystemExit):
        worker.dask_setup(SimpleNamespace(state=SimpleNamespace(nthreads=2)))
    assert "This worker does not join: a worker grades one submission" in capsys.readouterr().err
