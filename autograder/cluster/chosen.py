"""Whether a run is to grade on a cluster; Dask is imported only where it is."""

from importlib.util import find_spec

from autograder.engine.run.dispatch import Grades
from autograder.engine.run.run import Run
from autograder.problems import CannotStart


def chosen(address: str, run: Run) -> Grades | None:
    """Return what grades on the chosen cluster; None where this machine is to grade.

    Parameters
    ----------
    address : str
        Of a Dask scheduler; where it is empty, the course's configuration may name one.
    run : Run
        Over the unit's submissions.

    Raises
    ------
    CannotStart
        If Dask is not installed.
    """
    address = address or run.course.settings.cluster
    if not address:
        return None
    if find_spec("distributed") is None:
        raise CannotStart(
            'Dask is not installed here, and --cluster needs it: pip install ".[cluster]".'
        )
    from autograder.cluster.connecting import OnCluster

    return OnCluster(address, run)
