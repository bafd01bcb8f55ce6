"""Notebooks that do not lie where they count: renamed ones, and copies."""

import contextlib

from course.desk.desk import Desk
from course.desk.exercises import Exercise, cell_name, read_cells
from course.desk.released import Sitting
from course.language import say


def _others(desk: Desk, sitting: Sitting) -> list[str]:
    """The notebooks in a sitting's folder that neither this nor an earlier release has laid."""
    known = {each.notebook for each in sitting.unit.sittings} | set(desk.earlier(sitting.unit))
    there = {path.name for path in (desk.folder / sitting.unit.name).glob("*.ipynb")}
    return sorted(there - known)


def beside(desk: Desk, sitting: Sitting, found: list[Exercise]) -> str:
    """Name what has perhaps been renamed before a fresh copy was laid; empty, if nothing was.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    sitting : Sitting
        The one whose notebook is there.
    found : list of Exercise
        Its exercises.
    """
    tests = {test.name for exercise in found for test in exercise.tests}
    folder, names = desk.folder / sitting.unit.name, []
    for name in _others(desk, sitting):
        with contextlib.suppress(OSError, ValueError):
            if tests & {cell_name(cell) for cell in read_cells(folder / name)}:
                names.append(name)
    if not names:
        return ""
    told = (
        say("{names} beside it is not counted: what counts is called {notebook}.")
        if len(names) == 1
        else say("{names} beside it are not counted: what counts is called {notebook}.")
    )
    return told.format(names=", ".join(names), notebook=sitting.notebook)


def missing(desk: Desk, sitting: Sitting) -> str:
    """Say that a sitting's notebook is not there, and what may have become of it.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    sitting : Sitting
        The one whose notebook is missing.
    """
    others = ", ".join(_others(desk, sitting))
    seen = say(" In its folder lies {others}.", others=others) if others else ""
    return say(
        "{notebook} is not on the desk: was it renamed?{seen} `{command}` lays a fresh copy.",
        notebook=sitting.notebook,
        seen=seen,
        command=desk.command("reset", sitting.typed),
    )
