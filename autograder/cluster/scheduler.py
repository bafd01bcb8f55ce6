"""What a run needs of the scheduler, and what it puts back; this runs in that process."""

from distributed import Scheduler, SchedulerPlugin
from tornado.ioloop import PeriodicCallback

from autograder.cluster.versions import described, differences

SILENT = 60.0
"""Seconds without a word of a worker, after which it is lost. Dask would wait for five minutes."""

LOOK = 10.0
"""Seconds between two looks for such workers."""


def plugin_name(run: str) -> str:
    """Return under which name the scheduler knows what brings a run's unit to the workers."""
    return f"autograder-unit-{run}"


class FirstLoss(SchedulerPlugin):
    """Has the scheduler tell of each lost worker, and soon, as long as somebody grades.

    What becomes of a submission whose worker is lost, the crew decides: Dask would try it on three
    more of them. When the last run has left, killed ones included, its own settings come back. What
    a killed one has brought to the workers is taken away from them.

    Parameters
    ----------
    scheduler : distributed.Scheduler
        Whose setting it is.
    """

    name = "autograder-first-loss"

    def __init__(self, scheduler: Scheduler) -> None:
        self._own = scheduler.allowed_failures, scheduler.worker_ttl
        self._runs: set[str] = set()
        scheduler.allowed_failures, scheduler.worker_ttl = 0, SILENT
        # The scheduler looks for itself as often as its own setting says.
        self._look = PeriodicCallback(scheduler.check_worker_ttl, LOOK * 1000)
        self._look.start()

    def add(self, run: str) -> None:
        """Let one more run rely on it."""
        self._runs.add(run)

    def remove_client(self, scheduler: Scheduler, client: str) -> None:
        """Put the settings back when nobody is left who relies on them."""
        self._runs.discard(client)
        unit = plugin_name(client)
        if unit in scheduler.worker_plugins:  # it was killed, or cut off
            scheduler.loop.add_callback(scheduler.unregister_worker_plugin, None, unit)
        if not self._runs and self.name in scheduler.plugins:
            self._look.stop()
            scheduler.allowed_failures, scheduler.worker_ttl = self._own
            scheduler.remove_plugin(self.name)


def prepare(run: str, here: dict[str, str], dask_scheduler: Scheduler) -> str:
    """Have each lost worker told to a run; return how the scheduler's versions of Dask differ.

    Parameters
    ----------
    run : str
        The id of its client.
    here : dict
        What is installed where the run saves.
    dask_scheduler : distributed.Scheduler
        Given by Dask.
    """
    plugin = dask_scheduler.plugins.get(FirstLoss.name)
    if plugin is None:
        plugin = FirstLoss(dask_scheduler)
        dask_scheduler.add_plugin(plugin)
    plugin.add(run)
    wanted = {name: here[name] for name in ("python", "dask", "distributed")}
    return differences(wanted, described(()))
