"""What of a release is newer than what was laid on a desk, and what to do about it."""

import os
from collections.abc import Sequence

from course.desk.desk import Desk
from course.desk.released import Sitting, Unit, named
from course.language import say


def newer(desk: Desk, units: list[Unit]) -> list[Sitting]:
    """Return the sittings on a desk that were laid from another release than the present one.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    units : list of Unit
        The units on offer.

    Raises
    ------
    CourseError
        If a released unit is broken.
    """
    record = desk.recorded()
    return [
        sitting
        for unit in units
        for sitting in unit.sittings
        if os.path.lexists(desk.folder / sitting.path)
        and record.get(sitting.key, sitting.release) != sitting.release
    ]


def newer_told(desk: Desk, sittings: list[Sitting]) -> list[str]:
    """Say of newer sittings that the work stays, and what ``course reset`` would do.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    sittings : list of Sitting
        The newer ones.
    """
    return [
        say(
            "There is a newer release of {name}: your work stays as it is, and `{command}` in "
            "JupyterLab's terminal keeps it under a dated name and lays the new one.",
            name=name,
            command=desk.command("reset", name),
        )
        for name in named(sittings)
    ]


def beside_told(paths: Sequence[str]) -> list[str]:
    """Say of earlier notebooks that newer ones now lie beside them; nothing, if there are none.

    Parameters
    ----------
    paths : list of str
        The earlier notebooks.
    """
    if not paths:
        return []
    return [
        say(
            "Newer notebooks now lie beside {paths}: what you did there stays as it is, and your "
            "progress counts it until you begin the newer ones.",
            paths=", ".join(paths),
        )
    ]
