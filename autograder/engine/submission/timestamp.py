"""When a submission was made, as ``timestamp.txt`` beside it says."""

import stat
from datetime import datetime
from pathlib import Path

from nbgrader.utils import parse_utc

from autograder.engine.submission.fingerprint import TIMESTAMP as NAME
from autograder.engine.submission.results import Flag

LONGEST = 100


def read_timestamp(folder: Path) -> tuple[datetime | None, list[Flag]]:
    """Read it without believing it.

    Parameters
    ----------
    folder : pathlib.Path
        The submission.

    Returns
    -------
    time : datetime or None
        UTC, as nbgrader keeps it; None where there is none that can be read.
    flags : list of Flag
        Whether something else is in its place.
    """
    path = folder / NAME
    try:
        about = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None, []
    try:
        if not stat.S_ISREG(about.st_mode) or about.st_size > LONGEST:
            raise ValueError
        return parse_utc(path.read_text(encoding="utf-8").strip()), []
    except Exception:  # the parser meets a learner's text
        text = f"{NAME} does not say when this was submitted: it counts as without a time."
        return None, [Flag("timestamp", NAME, text)]
