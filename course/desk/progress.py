"""``course progress``: what is done, what is open, and what to do next."""

from collections.abc import Callable
from pathlib import Path

import click

from course.desk.desk import Desk, desk_option
from course.desk.language import speak_as
from course.desk.offered import NOTHING_YET, offered_units
from course.desk.opened import in_front
from course.desk.released import CourseError, Sitting, Unit, released_folder
from course.desk.states import SittingState, UnitState, look
from course.language import say

LIST = "menu Nbgrader, Assignment List"


@click.command()
@desk_option
def progress(folder: Path) -> None:
    """Print your points per exercise, what is open, and what to do next.

    Notebooks count as they were last saved and run.
    """
    desk = Desk(folder)
    if not desk.folder.is_dir():
        raise CourseError(
            say(
                "There is no desk at {folder}: start with `course lab`, or name your desk's "
                "folder with --desk.",
                folder=desk.folder,
            )
        )
    units = offered_units(desk, released_folder())
    speak_as(units)
    found = look(desk, units)
    click.echo(as_text(found))


def where(desk: Desk, units: list[Unit]) -> Sitting | None:
    """Tell which sitting the learner goes on with: where they were last, or the next open one.

    None, where a class has not released any.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    units : list of Unit
        The released units.
    """
    sittings = [sitting for unit in look(desk, units) for sitting in unit.sittings]
    if not sittings:
        return None
    worked_on = [sitting for sitting in sittings if sitting.saved]
    last = max(worked_on, key=lambda sitting: sitting.saved, default=sittings[0])
    front = in_front(desk)
    for sitting in sittings if front else []:
        # A notebook may be read for long before anything is run in it.
        if sitting.sitting.path == front[0] and (not last.saved or last.saved < front[1]):
            last = sitting
    following = sittings[sittings.index(last) :]
    left = [sitting for sitting in following if not sitting.is_over and not sitting.trouble]
    return (left or [last])[0].sitting


def next_step(
    found: list[UnitState],
    name: Callable[[SittingState], str] = lambda sitting: sitting.sitting.name,
    safe: Callable[[str], str] = str,
) -> str:
    """Say what to do next, in one sentence.

    Parameters
    ----------
    found : list of UnitState
        In the order of the course.
    name : callable
        How to write a sitting's name.
    safe : callable
        How to write what a learner's code may have said.
    """
    if not found:
        return say(NOTHING_YET)
    for unit in found:
        for sitting in unit.sittings:
            if step := _step(unit, sitting, name(sitting), safe):
                return step
    if any(state.rank == "waits" for unit in found for state in unit.states):
        return say("All is handed in; what is still to be graded will come back as feedback.")
    return say("You have done every exercise of the course.")


def _step(
    unit: UnitState, sitting: SittingState, name: str, safe: Callable[[str], str]
) -> str | None:
    if sitting.trouble:
        return safe(sitting.trouble)
    for state in sitting.states:
        if state.rank == "open":
            return say("Open {name} and do {title}.", name=name, title=state.exercise.title)
        if state.rank == "wrong":
            words = state.words if state.words[-1] in ".?!" else f"{state.words}."
            return say(
                "Open {name} and look at {title} again: {words}",
                name=name,
                title=state.exercise.title,
                words=safe(words),
            )
    if any(state.rank == "hand in" for state in sitting.states):
        it = say("it") if len(unit.sittings) == 1 else unit.name
        return say(
            "Save {name} and hand {it} in ({where}, Submit): the hidden tests run then.",
            name=name,
            it=it,
            where=say(LIST),
        )
    return None


def as_text(found: list[UnitState]) -> str:
    """Write it for the terminal.

    Parameters
    ----------
    found : list of UnitState
        In the order of the course.
    """
    lines = []
    for unit in found:
        lines.append(f"{unit.name}: {_points(unit)}")
        for sitting in unit.sittings:
            if len(unit.sittings) > 1:
                lines.append(f"  {sitting.sitting.name}: {_points(sitting)}")
            lines += _lines(sitting)
    earned, points = sum(unit.earned for unit in found), sum(unit.points for unit in found)
    return "\n".join(
        [
            *lines,
            "",
            say("Together: {earned:g} of {points:g} points.", earned=earned, points=points),
            say("Next: {step}", step=next_step(found)),
        ]
    )


def _lines(sitting: SittingState) -> list[str]:
    lines = [f"  {told}" for told in (sitting.trouble, sitting.note) if told]
    for state in sitting.states:
        points = _of(state.earned, state.exercise.points)
        lines.append(f"  {points:>15}  {state.exercise.title}: {state.words or say('done')}")
    return lines + ([say("  feedback: {page}", page=sitting.page)] if sitting.page else [])


def _points(part: UnitState | SittingState) -> str:
    return _of(part.earned, part.points)


def _of(earned: float, points: float) -> str:
    if points == 1:
        return say("{earned:g} of {points:g} point", earned=earned, points=points)
    return say("{earned:g} of {points:g} points", earned=earned, points=points)
