"""Whether a run is to grade on a cluster; Dask is imported only where it is."""

from importlib.util import find_spec

from autograder.course import Course
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
    address = chosen_address(address, run.course)
    if not address:
        return None
    from autograder.cluster.connecting import OnCluster

    return OnCluster(address, run)


def chosen_address(address: str, course: Course) -> str:
    """Return the address of the chosen cluster; an empty one where this machine is to grade.

    Parameters
    ----------
    address : str
        As in `chosen`.
    course : Course

    Raises
    ------
    CannotStart
        If Dask is not installed.
    """
    address = address or course.settings.cluster
    if address and find_spec("distributed") is None:
        raise CannotStart(
            'Dask is not installed here, and --cluster needs it: pip install ".[cluster]".'
        )
    return address
