"""Hashes that tell whether anything that a grade depends on has changed."""

import hashlib
import json
from pathlib import Path
from typing import Any

TIMESTAMP = "timestamp.txt"
"""Says when a submission was handed in, in its folder."""


def digest(*parts: Any) -> str:
    """Return a hash of anything that JSON can hold."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def work_of(folder: Path, most: int) -> str:
    """Return a hash of what a learner handed in, whenever that was; for the rest see `contents`."""
    return digest([part for part in contents(folder, most) if part[0] != TIMESTAMP])


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
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            size = path.stat().st_size
            if size > most:
                content = f"{size} bytes"
            else:
                with open(path, "rb") as file:
                    content = hashlib.file_digest(file, "sha256").hexdigest()
            found.append((path.relative_to(folder).as_posix(), content))
    return found
