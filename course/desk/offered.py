"""Which units a desk has on offer: those that its class has released, or those of the package.

In a class the exchange holds the truth: a teacher mends a release, or adds units of their own. The
desk keeps a copy of what is released there, so that progress can be told while a network disk is
away; `course lab` and `course reset` bring the copy up to date. Who learns alone has the package.
"""

import contextlib
import shutil
import tempfile
from pathlib import Path

from course.desk.desk import Desk
from course.desk.exchange import Exchange, lay_unit
from course.desk.files import as_json, read_dict, write_whole
from course.desk.released import DUE, CourseError, Unit, released_units
from course.language import say

CLASS = "class.json"
COPY = "released"
NOTHING_YET = "Your class has not released a unit yet: Home shows it as soon as your teacher has."


def offered_units(desk: Desk, package: Path) -> list[Unit]:
    """List the units that a desk has on offer, in their order; in a class there may be none yet.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    package : pathlib.Path
        The released units that the package brings along.

    Raises
    ------
    CourseError
        If the desk belongs to no class and the package is not in order.
    """
    if class_of(desk) is None:
        return released_units(package)
    return [Unit(path) for path in _released_in(desk.own / COPY)]


def take_release(desk: Desk, exchange: Exchange) -> list[str]:
    """Bring a desk's copy of its class's release up to date.

    Parameters
    ----------
    desk : Desk
        The learner's desk; it has been made.
    exchange : Exchange
        Where the desk hands in. One without a folder says nothing of releases, and the package
        stands in for it.

    Returns
    -------
    list of str
        A sentence for each unit that could not be read, and one if there is nothing at all.

    Raises
    ------
    CourseError
        If the desk cannot be written.
    """
    with desk.explained():
        if exchange.own or exchange.root is None:
            # First what says that the copy counts, then the copy.
            (desk.own / CLASS).unlink(missing_ok=True)
            shutil.rmtree(desk.own / COPY, ignore_errors=True)
            return []
        known = {"exchange": str(exchange.root), "course_id": exchange.course_id}
        if read_dict(desk.own / CLASS) != known:
            shutil.rmtree(desk.own / COPY, ignore_errors=True)
            write_whole(desk.own / CLASS, as_json(known), desk.own)
        said = _copy(desk, exchange)
    if not said and not _released_in(desk.own / COPY):
        said.append(say(NOTHING_YET))
    return said


def refresh(desk: Desk) -> list[str]:
    """Do as `take_release` for the class that a desk belongs to; nothing, if it belongs to none.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    """
    exchange = class_of(desk)
    return take_release(desk, exchange) if exchange else []


def class_of(desk: Desk) -> Exchange | None:
    """Return the exchange of the class that a desk belongs to; None, if it belongs to none.

    Parameters
    ----------
    desk : Desk
        The learner's desk.
    """
    found = read_dict(desk.own / CLASS)
    root, course = found.get("exchange"), found.get("course_id")
    if not isinstance(root, str) or not isinstance(course, str):
        return None
    return Exchange(Path(root), course, own=False)


def _copy(desk: Desk, exchange: Exchange) -> list[str]:
    """Copy what is released; what cannot be read stays as it was copied before."""
    copy, said = desk.own / COPY, []
    copy.mkdir(exist_ok=True)
    released = _released_in(exchange.outbound)
    if not released:
        return []  # nothing yet, or the exchange is away, which `trouble` tells
    for folder in released:
        try:
            contents = {**Unit(folder).contents, **_due(folder)}
        except (CourseError, OSError):
            said.append(
                say(
                    "{name} cannot be read in your class's exchange at present: start `course "
                    "lab` again in a minute, and tell your teacher if it stays like this.",
                    name=folder.name,
                )
            )
            continue
        lay_unit(copy / folder.name, contents)
    names = {folder.name for folder in released}
    for folder in _released_in(copy):
        # What is withdrawn, as after a deadline, still counts for those who have it.
        if folder.name not in names and not (desk.folder / folder.name).is_dir():
            _remove(folder, desk)
    return said


def _due(folder: Path) -> dict[str, bytes]:
    path = folder / DUE
    return {DUE: path.read_bytes()} if path.is_file() else {}


def _released_in(folder: Path) -> list[Path]:
    """The folders with a notebook in them; a unit that may not be entered is none of this desk."""
    found = []
    with contextlib.suppress(OSError):
        found = sorted(folder.iterdir())
    return [path for path in found if not path.name.startswith(".") and _holds_notebook(path)]


def _holds_notebook(folder: Path) -> bool:
    with contextlib.suppress(OSError):
        return any(folder.glob("*.ipynb"))
    return False


def _remove(folder: Path, desk: Desk) -> None:
    with tempfile.TemporaryDirectory(prefix="laying-", dir=desk.own) as staged:
        folder.rename(Path(staged, "old"))
