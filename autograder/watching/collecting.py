"""One submission from the exchange to ``submitted/``: by nbgrader's collector, whole or not at all.

nbgrader copies file by file into the place itself; stopped in between, it leaves a part of a
submission there and takes it for the whole one. Here it copies into a folder of its own, which then
changes places with what was there before.
"""

from pathlib import Path

from autograder.engine.gradebook.folders import recover, remove, replace
from autograder.engine.submission.timestamp import read_timestamp
from autograder.watching.exchange import Exchange, explained
from autograder.watching.waiting import Key

STAGING = ".collecting"


class Collecting:
    """Puts submissions of the exchange into ``submitted/``.

    Parameters
    ----------
    exchange : Exchange
        The course's own.
    """

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange
        self._directory = exchange.course.app.coursedir
        self._submitted = self._directory.submitted_directory
        self._before_due = exchange.collector(self._directory).before_duedate

    def place(self, key: Key) -> Path:
        """Return where a submission is collected to."""
        return Path(self._directory.format_path(self._submitted, key.student, key.unit))

    def is_known(self, key: Key, time: object) -> bool:
        """Whether what was submitted at this time, or something newer, is there already."""
        there, _ = read_timestamp(self.place(key))
        # By the due date, the newest is not always the one that counts: nbgrader decides.
        return there is not None and not self._before_due and time <= there  # type: ignore[operator]

    def stage(self, key: Key) -> Path:
        """Have the newest submission copied; return the folder with the copy.

        Raises
        ------
        Failed
            If it could not be copied.
        """
        step = f"{self._submitted}/{STAGING}"
        directory = self.exchange.directory(key, step)
        path = Path(directory.format_path(step, key.student, key.unit))
        with explained(f"{key.student}'s submission of {key.unit} could not be collected"):
            self.clear(path)
            try:
                self.exchange.collector(directory).start()
                if not path.is_dir():
                    raise RuntimeError("nbgrader has not copied it")
            except BaseException:
                self.clear(path)
                raise
        return path

    def take(self, key: Key, staged: Path) -> bool:
        """Put a copy in its place; return whether that changed anything.

        Raises
        ------
        Failed
            If it could not be moved; what was there before is still there.
        """
        destination = self.place(key)
        with explained(f"{key.student}'s submission of {key.unit} could not be collected"):
            recover(destination)
            time, _ = read_timestamp(staged)
            there, _ = read_timestamp(destination)
            changed = time is None or time != there
            if changed:
                destination.parent.mkdir(parents=True, exist_ok=True)
                replace(destination, staged)
            self.clear(staged)
        return changed

    def clear(self, staged: Path) -> None:
        """Remove copies, also those of a run that was killed."""
        remove(next(parent for parent in staged.parents if parent.name == STAGING))
