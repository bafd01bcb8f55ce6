"""Does a scheduler get its own settings back, whoever graded and however that ended?"""

import asyncio
from types import SimpleNamespace

import pytest
from distributed import Scheduler

from autograder.cluster import scheduler
from autograder.cluster.scheduler import SILENT, FirstLoss, plugin_name, prepare
from autograder.cluster.versions import described


@pytest.fixture
def dask_scheduler():
    """As much of one as plugins see."""
    made = SimpleNamespace(allowed_failures=3, worker_ttl=300.0, plugins={}, worker_plugins={})
    made.add_plugin = lambda plugin: made.plugins.update({plugin.name: plugin})
    made.remove_plugin = made.plugins.pop
    made.loop = SimpleNamespace(add_callback=lambda call, *words: call(*words))
    made.unregister_worker_plugin = lambda comm, name: made.worker_plugins.pop(name)
    made.looks = 0

    async def look():
        made.looks += 1

    made.check_worker_ttl = look
    return made


def leave(made, client):
    """What the scheduler does when a client has gone, killed ones included."""
    for plugin in list(made.plugins.values()):
        plugin.remove_client(scheduler=made, client=client)


def settings(made):
    """How often a lost task is tried again, and after how many silent seconds a worker is lost."""
    return made.allowed_failures, made.worker_ttl


def test_the_settings_come_back_with_the_last_run(dask_scheduler):
    async def runs():
        here = described(())
        assert prepare("one", here, dask_scheduler) == ""
        assert prepare("two", here, dask_scheduler) == ""
        assert settings(dask_scheduler) == (0, SILENT)
        leave(dask_scheduler, "somebody else")
        leave(dask_scheduler, "one")
        assert settings(dask_scheduler) == (0, SILENT)
        leave(dask_scheduler, "two")

    asyncio.run(runs())
    assert settings(dask_scheduler) == (3, 300.0)
    assert FirstLoss.name not in dask_scheduler.plugins


def test_while_somebody_grades_silent_workers_are_looked_for(dask_scheduler, monkeypatch):
    monkeypatch.setattr(scheduler, "LOOK", 0.001)

    async def run():
        prepare("one", described(()), dask_scheduler)
        while dask_scheduler.looks < 2:
            await asyncio.sleep(0.001)
        leave(dask_scheduler, "one")
        found = dask_scheduler.looks
        await asyncio.sleep(0.05)
        return dask_scheduler.looks - found

    assert asyncio.run(run()) == 0


def test_what_a_killed_run_has_brought_is_taken_away(dask_scheduler):
    async def run():
        prepare("one", described(()), dask_scheduler)
        dask_scheduler.worker_plugins = {plugin_name("one"): b"", plugin_name("two"): b""}
        leave(dask_scheduler, "one")

    asyncio.run(run())
    assert [*dask_scheduler.worker_plugins] == [plugin_name("two")]


def test_dask_has_what_is_relied_on():
    wanted = {"add_plugin", "remove_plugin", "remove_client", "check_worker_ttl"}
    assert wanted | {"unregister_worker_plugin"} <= set(dir(Scheduler))

    async def own():
        here = {"host": "127.0.0.1", "port": 0, "dashboard_address": "127.0.0.1:0"}
        async with Scheduler(**here, dashboard=False) as made:
            return made.allowed_failures, made.worker_ttl, type(made.worker_plugins)

    assert asyncio.run(own()) == (3, 300.0, dict)
