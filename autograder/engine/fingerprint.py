"""Hashes that tell whether anything that a grade depends on has changed."""

import hashlib
import json
from pathlib import Path
from typing import Any


def digest(*parts: Any) -> str:
    """Return a hash of anything that JSON can hold."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def contents(folder: Path) -> list[tuple[str, str]]:
    """Return the paths and hashes of all ordinary files in a folder."""
    return [
        (path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    ]
