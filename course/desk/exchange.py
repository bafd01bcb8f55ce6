"""Where the desk hands in: an exchange inside the desk for those who learn alone, or a class's."""

import contextlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from course.desk.desk import Desk
from course.desk.released import CourseError, Unit
from course.language import say

COURSE_ID = "neural_networks"
"""The name under which this course travels through an exchange, unless a class has another one."""


@dataclass(frozen=True)
class Exchange:
    """Where submissions go, and where feedback comes from.

    Parameters
    ----------
    root : pathlib.Path or None
        The folder; None where nbgrader's own configuration says everything.
    course_id : str
        The name of the course in it.
    own : bool
        Whether it lies inside the desk.
    """

    root: Path | None
    course_id: str
    own: bool

    @property
    def inbound(self) -> Path | None:
        """Where submissions arrive; None where nbgrader's own configuration says it."""
        return None if self.root is None else self.root / self.course_id / "inbound"

    @property
    def outbound(self) -> Path | None:
        """Where the released units lie; None where nbgrader's own configuration says it."""
        return None if self.root is None else self.root / self.course_id / "outbound"


def own_exchange(desk: Desk) -> Exchange:
    """Return the exchange inside a desk, for those who learn alone.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    """
    return Exchange(desk.own / "exchange", COURSE_ID, own=True)


def chosen_exchange(desk: Desk, root: Path | None, course_id: str | None, alone: bool) -> Exchange:
    """Tell where a desk hands in: as told now, as told before, as nbgrader is set up, or inside.

    What is told is remembered with the desk.

    Parameters
    ----------
    desk : Desk
        The learner's desk; it has been made.
    root : pathlib.Path or None
        A class's exchange folder, as told now.
    course_id : str or None
        Its course, as told now.
    alone : bool
        Whether the learner says that they learn alone.

    Raises
    ------
    CourseError
        If the folder that is told now is not there, or the desk cannot be written.
    """
    if alone and (root or course_id):
        raise CourseError("Choose one: --alone, or --exchange and --course-id.")
    if course_id is not None and (not course_id.strip() or set(course_id) & set("/\\+*")):
        raise CourseError(
            f"{course_id!r} is no name of a course: ask your teacher for the course id."
        )
    if root is not None:
        root = root.expanduser().resolve()
        if not root.is_dir():
            raise CourseError(
                f"There is no exchange folder {root}: ask your teacher where it lies."
            )
    settings = desk.settings()
    if alone:
        desk.write_settings({"alone": True})
        return own_exchange(desk)
    if root is not None or course_id is not None:
        settings = {**settings, "alone": False}
        settings |= {"exchange": str(root)} if root else {}
        settings |= {"course_id": course_id} if course_id else {}
        desk.write_settings(settings)
    if settings.get("alone"):
        return own_exchange(desk)
    if isinstance(settings.get("exchange"), str):
        course = settings.get("course_id")
        return Exchange(Path(settings["exchange"]), str(course or COURSE_ID), own=False)
    configured = _configured(desk)
    if configured is None:
        if course_id is not None:
            raise CourseError("A course id needs an exchange: say where it lies with --exchange.")
        return own_exchange(desk)
    course = settings.get("course_id")
    return Exchange(configured.root, str(course or configured.course_id), own=False)


def lay_exchange(exchange: Exchange, units: list[Unit]) -> None:
    """Put the released units into the exchange inside the desk, where nbgrader looks for them.

    Parameters
    ----------
    exchange : Exchange
        The one inside the desk.
    units : list of Unit
        The released units.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    course = exchange.root / exchange.course_id
    # nbgrader lets everybody write to a submission: on a machine of many users, not to this one.
    exchange.root.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in ("inbound", "outbound", "feedback"):
        (course / name).mkdir(parents=True, exist_ok=True)
    for unit in units:
        lay_unit(course / "outbound" / unit.name, unit.contents)


def lay_unit(folder: Path, contents: dict[str, bytes]) -> None:
    """Make a folder hold a released unit and nothing else, in one step.

    Parameters
    ----------
    folder : pathlib.Path
        The unit's folder; the one around it is there.
    contents : dict
        Relative file names and their bytes.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    if _holds(folder, contents):
        return
    with tempfile.TemporaryDirectory(prefix=".laying-", dir=folder.parent) as staged:
        for name, content in contents.items():
            path = Path(staged, "new", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        with contextlib.suppress(FileNotFoundError):
            folder.rename(Path(staged, "old"))
        try:
            Path(staged, "new").rename(folder)
        except OSError:
            if not folder.is_dir():  # else another `course lab` was quicker, with the same
                raise


def write_config(desk: Desk, exchange: Exchange) -> Path:
    """Write nbgrader's settings for this desk; return the folder to name in JUPYTER_CONFIG_PATH.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    exchange : Exchange
        Where it hands in.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    lines = ['"""Written by `course lab` at each start: where nbgrader hands in from this desk."""']
    lines += ["c = get_config()  # noqa: F821"]
    if exchange.root is not None:
        lines += [
            f"c.Exchange.root = {str(exchange.root)!r}",
            f"c.CourseDirectory.course_id = {exchange.course_id!r}",
            # A unit lies on the desk under its own name.
            "c.Exchange.path_includes_course = False",
        ]
    if exchange.own:
        # What was handed in from another desk is not listed here.
        lines += [f"c.Exchange.cache = {str(desk.own / 'submitted')!r}"]
    folder = desk.own / "jupyter"
    folder.mkdir(exist_ok=True)
    text = "\n".join(lines) + "\n"
    path = folder / "nbgrader_config.py"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        new = folder / f"nbgrader_config.py.{os.getpid()}"
        new.write_text(text, encoding="utf-8")
        new.replace(path)
    return folder


def trouble(exchange: Exchange) -> str | None:
    """Return a sentence if nothing can be handed in at present, None if all is well.

    Parameters
    ----------
    exchange : Exchange
        Where the desk hands in.
    """
    if exchange.inbound is None or os.access(exchange.inbound, os.W_OK | os.X_OK):
        return None
    return say(
        "Nothing can be handed in at present, because {inbound} cannot be reached or written: your "
        "work is safe on the desk; ask your teacher, or learn alone with --alone.",
        inbound=exchange.inbound,
    )


def _configured(desk: Desk) -> Exchange | None:
    """What nbgrader's own configuration, the user's or the machine's, says of an exchange."""
    # Here, because it imports what no other command of a desk needs.
    from course.desk.configured import configured

    # JupyterLab's terminal has the settings of the desk that it belongs to: they say nothing here.
    found = configured(desk.folder, ignored=desk.own.name)
    if found is None:
        return None
    root, course = found
    return Exchange(Path(root) if root else None, course or COURSE_ID, own=False)


def _holds(folder: Path, contents: dict[str, bytes]) -> bool:
    found = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }
    return found.keys() == contents.keys() and all(
        path.read_bytes() == contents[name] for name, path in found.items()
    )
