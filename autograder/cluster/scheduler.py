"""What a run needs of the scheduler, and what it puts back; this runs in that process."""

from distributed import Scheduler, SchedulerPlugin

from autograder.cluster.versions import described, differences


class FirstLoss(SchedulerPlugin):
    """Has the scheduler tell of each lost worker, as long as somebody grades.

    What becomes of a submission whose worker is lost, the crew decides: Dask would try it on three
    more of them. When the last run has left, killed ones included, its own setting comes back.

    Parameters
    ----------
    scheduler : distributed.Scheduler
        Whose setting it is.
    """

    name = "autograder-first-loss"

    def __init__(self, scheduler: Scheduler) -> None:
        self._own = scheduler.allowed_failures
        self._runs: set[str] = set()
        scheduler.allowed_failures = 0

    def add(self, run: str) -> None:
        """Let one more run rely on it."""
        self._runs.add(run)

    def remove_client(self, scheduler: Scheduler, client: str) -> None:
        """Put the setting back when nobody is left who relies on it."""
        self._runs.discard(client)
        if not self._runs and self.name in scheduler.plugins:
            scheduler.allowed_failures = self._own
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
