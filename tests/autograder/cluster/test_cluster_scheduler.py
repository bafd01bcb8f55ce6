"""Does a scheduler get its own setting back, whoever graded and however that ended?"""

from types import SimpleNamespace

import pytest
from distributed import Scheduler

from autograder.cluster.scheduler import FirstLoss, prepare
from autograder.cluster.versions import described


@pytest.fixture
def dask_scheduler():
    """As much of one as plugins see."""
    made = SimpleNamespace(allowed_failures=3, plugins={})
    made.add_plugin = lambda plugin: made.plugins.update({plugin.name: plugin})
    made.remove_plugin = made.plugins.pop
    return made


def leave(scheduler, client):
    """What the scheduler does when a client has gone, killed ones included."""
    for plugin in list(scheduler.plugins.values()):
        plugin.remove_client(scheduler=scheduler, client=client)


def test_the_setting_comes_back_with_the_last_run(dask_scheduler):
    here = described(())
    assert prepare("one", here, dask_scheduler) == ""
    assert prepare("two", here, dask_scheduler) == ""
    assert dask_scheduler.allowed_failures == 0
    leave(dask_scheduler, "somebody else")
    leave(dask_scheduler, "one")
    assert dask_scheduler.allowed_failures == 0
    leave(dask_scheduler, "two")
    assert dask_scheduler.allowed_failures == 3
    assert FirstLoss.name not in dask_scheduler.plugins


def test_dask_has_what_is_relied_on():
    assert {"add_plugin", "remove_plugin", "remove_client"} <= set(dir(Scheduler))
