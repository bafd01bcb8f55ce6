"""One submission to grade, as it is handed to whoever grades it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Job:
    """One submission.

    Parameters
    ----------
    student, unit : str
        Whose, and of which unit.
    folder : pathlib.Path
        Where it lies.
    fingerprint : str
        Hash of everything that its grade depends on.
    seed : int
        Of the random numbers.
    only : str or None
        One notebook of the unit; all of them by default.
    work : str
        Hash of what was handed in, whenever that was.
    """

    student: str
    unit: str
    folder: Path
    fingerprint: str
    seed: int
    only: str | None = None
    work: str = ""
