"""The learner's desk: their own folder, where released units are laid and never overwritten."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import click

from course.desk.files import (
    as_json,
    file_hash,
    make_folder,
    move_without_overwriting,
    read_dict,
    write_new,
    write_whole,
)
from course.desk.keeping import keep_folder, keep_sitting, kept_told
from course.desk.released import CourseError, Sitting, Unit

DEFAULT_DESK = Path("~", "neural-networks")

desk_option = click.option(
    "--desk",
    "folder",
    type=click.Path(path_type=Path),
    default=DEFAULT_DESK,
    show_default=True,
    help="Your desk's folder, as given to `course lab`.",
)


@dataclass
class Laid:
    """What opening the desk did: sittings that are new, put back, or newer in the release.

    And the notebooks of earlier releases that now have other ones beside them, as paths.
    """

    new: list[Sitting] = field(default_factory=list)
    put_back: list[Sitting] = field(default_factory=list)
    newer: list[Sitting] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)


class Desk:
    """A folder of the learner's own, and the record of which release was laid on it.

    Parameters
    ----------
    folder : str or os.PathLike
        Where the desk is, or will be made; ``~`` stands for the home folder.
    """

    def __init__(self, folder: str | os.PathLike):
        self.folder = Path(folder).expanduser().resolve()
        # The course's own things; JupyterLab's file browser does not show names with a dot.
        self.own = self.folder / ".course"

    def command(self, name: str, what: str) -> str:
        """Spell a command for this desk, as the learner would type it.

        Parameters
        ----------
        name : str
            The command, such as ``reset``.
        what : str
            A unit or a sitting.
        """
        command = f"course {name} {what}"
        if self.folder == DEFAULT_DESK.expanduser().resolve():
            return command
        return f'{command} --desk "{self.folder}"'

    def lay(self, units: list[Unit]) -> Laid:
        """Lay each notebook that is not on the desk; leave all others as they are.

        Parameters
        ----------
        units : list of Unit
            The released units.

        Returns
        -------
        Laid
            What was laid, and which sittings have a newer release than the one laid.

        Raises
        ------
        CourseError
            If a released unit is broken, or the desk cannot be written.
        """
        for unit in units:
            _ = unit.contents  # a broken one stops all, at once
        laid = Laid()
        with self.explained():
            make_folder(self.folder, self.own)
            before = self.recorded()
            record = dict(before)
            for unit in units:
                missing = [each for each in unit.sittings if not self._has(each)]
                for sitting in unit.sittings:
                    if sitting in missing:
                        (laid.put_back if sitting.key in before else laid.new).append(sitting)
                    # Without a record (it was lost, or the learner brought the notebook) the
                    # present release is the best guess: the next one will be announced.
                    elif record.setdefault(sitting.key, sitting.release) != sitting.release:
                        laid.newer.append(sitting)
                if any(sitting.key not in before for sitting in missing):
                    laid.beside += [f"{unit.name}/{name}" for name in self.earlier(unit)]
                if missing:
                    with self._staged(unit) as staged:
                        self._place(unit, missing, staged)
                    record |= {sitting.key: sitting.release for sitting in missing}
            if record != before:
                self._write_record(record)
        return laid

    def earlier(self, unit: Unit) -> list[str]:
        """Return the file names of notebooks that an earlier release of a unit has laid.

        Parameters
        ----------
        unit : Unit
            A released unit, which has other notebooks now.
        """
        keys = {key for key in self.recorded() if key.startswith(f"{unit.name}/")} | {unit.name}
        keys -= {sitting.key for sitting in unit.sittings}
        names = sorted(f"{key.rpartition('/')[2]}.ipynb" for key in keys)
        return [name for name in names if os.path.lexists(self.folder / unit.name / name)]

    def lay_page(self, page: Path) -> None:
        """Lay a page of the course, such as the glossary, on top of the desk.

        A page that lies there is renewed only while the learner has left it as it was laid.

        Parameters
        ----------
        page : pathlib.Path
            The course's own file.

        Raises
        ------
        CourseError
            If the desk cannot be written.
        """
        content = page.read_bytes()
        target = self.folder / page.name
        with self.explained():
            record = self.recorded()
            if target.exists():
                present = file_hash(target.read_bytes())
                if present == file_hash(content) or present != record.get(page.name):
                    return
            write_whole(target, content, self.own)
            self._write_record({**record, page.name: file_hash(content)})

    def renew_page(self, name: str, text: str) -> None:
        """Write a page that the course makes anew again and again, such as the progress page.

        It is known by its first line; a learner's own file of that name is left alone.

        Parameters
        ----------
        name : str
            The file's name on the desk.
        text : str
            The whole page.

        Raises
        ------
        CourseError
            If the desk cannot be written.
        """
        target, content = self.folder / name, text.encode()
        with self.explained():
            if target.exists():
                present = target.read_bytes()
                if present == content or present.split(b"\n")[0] != content.split(b"\n")[0]:
                    return
            write_whole(target, content, self.own)

    def settings(self) -> dict:
        """Return what the learner has set for this desk; nothing, if that is lost or damaged."""
        return read_dict(self.own / "settings.json")

    def write_settings(self, settings: dict) -> None:
        """Remember what the learner has set for this desk.

        Parameters
        ----------
        settings : dict
            All of it, as JSON can hold it.

        Raises
        ------
        CourseError
            If the desk cannot be written.
        """
        with self.explained():
            write_whole(self.own / "settings.json", as_json(settings), self.own)

    def reset(self, sittings: list[Sitting], now: datetime | None = None) -> Path | None:
        """Keep the learner's work on a unit, or a sitting, under a dated name; lay a fresh copy.

        Parameters
        ----------
        sittings : list of Sitting
            All of a unit, whose folder is kept as a whole; or one of several.
        now : datetime.datetime, optional
            The date for the name; the present time unless given.

        Returns
        -------
        pathlib.Path or None
            The folder that now holds the old work; None if there was none.

        Raises
        ------
        CourseError
            If there is no desk, the released unit is broken, or the desk cannot be written.
        """
        unit, now = sittings[0].unit, now or datetime.now()
        release = {sitting.key: sitting.release for sitting in sittings}
        whole = sittings == unit.sittings
        if not self.folder.is_dir():
            raise CourseError(
                f"There is no desk at {self.folder}: start with `course lab`, "
                "or name your desk's folder with --desk."
            )
        kept = None
        with self.explained():
            make_folder(self.folder, self.own)
            folder = self.folder / unit.name
            # The fresh copy is complete before the old work moves: a full disk changes nothing.
            with self._staged(unit) as staged:
                if not whole:
                    kept = keep_sitting(folder, sittings[0], now)
                elif os.path.lexists(folder):
                    kept = keep_folder(folder, now)
                with kept_told(unit.name if whole else sittings[0].name, kept):
                    self._place(unit, sittings, staged)
                    self._write_record({**self.recorded(), **release})
        return kept

    @contextlib.contextmanager
    def explained(self) -> Iterator[None]:
        """Turn what the operating system refuses into one sentence."""
        try:
            yield
        except FileExistsError as error:
            raise CourseError(
                f"The desk needs a folder at {error.filename}, but a file is there: rename it."
            ) from error
        except OSError as error:
            place = error.filename or self.folder
            raise CourseError(
                f"The desk {self.folder} cannot be written ({error.strerror}: {place}): free some "
                "space, close notebooks that are open in it, or choose another folder with --desk."
            ) from error

    @contextlib.contextmanager
    def _staged(self, unit: Unit) -> Iterator[Path]:
        """Write a unit's released files to a folder beside their place, on the same disk."""
        with tempfile.TemporaryDirectory(prefix="laying-", dir=self.own) as folder:
            for name, content in unit.contents.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                write_new(path, content)
            yield Path(folder)

    def _has(self, sitting: Sitting) -> bool:
        return os.path.lexists(self.folder / sitting.path)

    def _place(self, unit: Unit, sittings: list[Sitting], staged: Path) -> None:
        """Move staged files to the unit's folder; what lies there already stays.

        A notebook comes last, so that a sitting with its notebook is complete.
        """
        for name in [name for sitting in sittings for name in sitting.contents]:
            target = self.folder / unit.name / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if not os.path.lexists(target):
                move_without_overwriting(staged / name, target)

    def recorded(self) -> dict[str, str]:
        """Return which release of each sitting was laid; nothing, if the record is damaged."""
        return read_dict(self.own / "laid.json")

    def _write_record(self, record: dict[str, str]) -> None:
        write_whole(self.own / "laid.json", as_json(record), self.own)
