"""Hashes that tell whether anything that a grade depends on has changed."""

import hashlib
import json
import os
import stat
from pathlib import Path
from typing import Any

TIMESTAMP = "timestamp.txt"
"""Says when a submission was handed in, in its folder."""


def digest(*parts: Any) -> str:
    """Return a hash of anything that JSON can hold."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def work_of(folder: Path, most: int) -> str:
    """Return a hash of what a learner handed in, whenever that was; for the rest see `contents`."""
    return work_in(contents(folder, most))


def work_in(found: list[tuple[str, str]]) -> str:
    """Return the same of a submission whose `contents` are known."""
    return digest([part for part in found if part[0] != TIMESTAMP])


def contents(folder: Path, most: int) -> list[tuple[str, str]]:
    """Return the paths and hashes of all ordinary files in a folder.

    Parameters
    ----------
    folder : pathlib.Path
        A submission.
    most : int
        Bytes; of a file that is larger, and will not be graded, the size stands for its content.
    """
    found = []
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            about = os.lstat(path)
            if stat.S_ISREG(about.st_mode):
                parts = Path(path).relative_to(folder).parts
                found.append((parts, _content(path, about.st_size, most)))
    return [("/".join(parts), content) for parts, content in sorted(found)]


def _content(path: str, size: int, most: int) -> str:
    if size > most:
        return f"{size} bytes"
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
