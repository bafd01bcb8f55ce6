"""Old work that makes room for a fresh copy: moved aside under a dated name, never removed."""

import contextlib
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from course.desk.released import CourseError, Sitting


def keep_folder(folder: Path, now: datetime) -> Path:
    """Rename a unit's folder to a dated name that nothing has yet; return it.

    Parameters
    ----------
    folder : pathlib.Path
        The unit's folder on the desk.
    now : datetime.datetime
        The date for the name.
    """
    for kept in _names(folder, now):
        try:
            return folder.rename(kept)
        except OSError:
            if not os.path.lexists(kept):  # not taken by another reset in this moment
                raise
    raise AssertionError("there is always another name")


def keep_sitting(folder: Path, sitting: Sitting, now: datetime) -> Path | None:
    """Move a sitting's files into a dated folder, unless they are as they are released.

    Parameters
    ----------
    folder : pathlib.Path
        The unit's folder on the desk.
    sitting : Sitting
        The sitting.
    now : datetime.datetime
        The date for the name.

    Returns
    -------
    pathlib.Path or None
        The folder that now holds them; None if there was nothing to keep.
    """
    changed = [
        name
        for name, content in sitting.contents.items()
        if os.path.lexists(folder / name) and not _is(folder / name, content)
    ]
    if not changed:
        return None
    kept = _made(_names(folder.with_name(sitting.name), now))
    for name in changed:
        target = kept / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (folder / name).rename(target)
    return kept


@contextlib.contextmanager
def kept_told(name: str, kept: Path | None) -> Iterator[None]:
    """Say where the old work is, should laying the fresh copy fail after it was moved."""
    try:
        yield
    except OSError as error:
        if kept is None:
            raise
        raise CourseError(
            f"Your work on {name} is safe in {kept}, but laying the fresh copy did not finish "
            f"({error.strerror}): free some space, then start `course lab`."
        ) from error


def _names(folder: Path, now: datetime) -> Iterator[Path]:
    """Dated names that are free, one after the other."""
    stem, count = f"{folder.name}_kept_{now:%Y-%m-%d_%H%M%S}", 1
    while True:
        path = folder.with_name(stem if count == 1 else f"{stem}_{count}")
        if not os.path.lexists(path):
            yield path
        count += 1


def _made(names: Iterator[Path]) -> Path:
    for path in names:
        with contextlib.suppress(FileExistsError):
            path.mkdir()
            return path
    raise AssertionError("there is always another name")


def _is(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content
