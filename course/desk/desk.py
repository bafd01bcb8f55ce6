"""The learner's desk: their own folder, where released units are laid and never overwritten."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import click

from course.desk.files import as_json, file_hash, move_without_overwriting, read_dict, write_new
from course.desk.released import CourseError, Unit

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
    """What opening the desk did: unit names that are new, put back, or newer in the release."""

    new: list[str] = field(default_factory=list)
    put_back: list[str] = field(default_factory=list)
    newer: list[str] = field(default_factory=list)


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

    def command(self, name: str, unit: str) -> str:
        """Spell a command for this desk, as the learner would type it.

        Parameters
        ----------
        name : str
            The command, such as ``reset``.
        unit : str
            The unit's name.
        """
        command = f"course {name} {unit}"
        if self.folder == DEFAULT_DESK.expanduser().resolve():
            return command
        return f'{command} --desk "{self.folder}"'

    def lay(self, units: list[Unit]) -> Laid:
        """Lay each unit whose notebook is not on the desk; leave all others as they are.

        Parameters
        ----------
        units : list of Unit
            The released units.

        Returns
        -------
        Laid
            What was laid, and which units have a newer release than the one laid.

        Raises
        ------
        CourseError
            If a released unit is broken, or the desk cannot be written.
        """
        releases = {unit.name: unit.release for unit in units}  # a broken one stops all, at once
        laid = Laid()
        with self.explained():
            self._make()
            before = self._recorded()
            record = dict(before)
            for unit in units:
                if os.path.lexists(self.folder / unit.name / unit.notebook):
                    # Without a record (it was lost, or the learner brought the notebook) the
                    # present release is the best guess: the next one will be announced.
                    known = record.setdefault(unit.name, releases[unit.name])
                    if known != releases[unit.name]:
                        laid.newer.append(unit.name)
                    continue
                with self._staged(unit) as staged:
                    self._place(unit, staged)
                (laid.put_back if unit.name in before else laid.new).append(unit.name)
                record[unit.name] = releases[unit.name]
            if record != before:
                self._write_record(record)
        return laid

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
            record = self._recorded()
            if target.exists():
                present = file_hash(target.read_bytes())
                if present == file_hash(content) or present != record.get(page.name):
                    return
            self._write_whole(target, content)
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
            self._write_whole(target, content)

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
            self._write_whole(self.own / "settings.json", as_json(settings))

    def reset(self, unit: Unit, now: datetime | None = None) -> Path | None:
        """Keep the learner's work on a unit under a dated name, then lay a fresh copy.

        Parameters
        ----------
        unit : Unit
            The unit to begin anew.
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
        release = unit.release
        if not self.folder.is_dir():
            raise CourseError(
                f"There is no desk at {self.folder}: start with `course lab`, "
                "or name your desk's folder with --desk."
            )
        kept = None
        with self.explained():
            self._make()
            # The fresh copy is complete before the old work moves: a full disk changes nothing.
            with self._staged(unit) as staged:
                if os.path.lexists(self.folder / unit.name):
                    kept = self._keep(unit, now or datetime.now())
                with _kept_told(unit, kept):
                    self._place(unit, staged)
                    self._write_record({**self._recorded(), unit.name: release})
        return kept

    def _make(self) -> None:
        """Make the desk's folder where it is missing, and see that files can be written in it."""
        for path in (self.folder, *self.folder.parents):
            if path.exists() and not path.is_dir():
                raise CourseError(
                    f"The desk cannot be at {self.folder}, because {path} is a file: "
                    "choose another folder with --desk."
                )
        self.own.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=self.folder):
            pass

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

    def _place(self, unit: Unit, staged: Path) -> None:
        """Move staged files to the unit's folder; what lies there already stays.

        The notebook comes last, so that a unit with its notebook is complete.
        """
        for name in unit.contents:
            target = self.folder / unit.name / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if not os.path.lexists(target):
                move_without_overwriting(staged / name, target)

    def _keep(self, unit: Unit, now: datetime) -> Path:
        """Rename a unit's folder to a dated name that nothing has yet."""
        stem = f"{unit.name}_kept_{now:%Y-%m-%d_%H%M%S}"
        count = 1
        while True:
            kept = self.folder / (stem if count == 1 else f"{stem}_{count}")
            count += 1
            if os.path.lexists(kept):
                continue
            try:
                return (self.folder / unit.name).rename(kept)
            except OSError:
                if not os.path.lexists(kept):  # not taken by another reset in this moment
                    raise

    def _recorded(self) -> dict[str, str]:
        """Which release of each unit was laid; nothing, if the record is missing or damaged."""
        return read_dict(self.own / "laid.json")

    def _write_record(self, record: dict[str, str]) -> None:
        self._write_whole(self.own / "laid.json", as_json(record))

    def _write_whole(self, target: Path, content: bytes) -> None:
        """Write a file beside its place and move it there: nobody ever sees half of it."""
        with tempfile.TemporaryDirectory(prefix="laying-", dir=self.own) as folder:
            write_new(Path(folder, target.name), content)
            Path(folder, target.name).replace(target)


@contextlib.contextmanager
def _kept_told(unit: Unit, kept: Path | None) -> Iterator[None]:
    """Say where the old work is, should laying the fresh copy fail after it was moved."""
    try:
        yield
    except OSError as error:
        if kept is None:
            raise
        raise CourseError(
            f"Your work on {unit.name} is safe in {kept}, but laying the fresh copy did not finish "
            f"({error.strerror}): free some space, then start `course lab`."
        ) from error
