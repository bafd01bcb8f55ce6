"""Small steps with files that leave nothing half done."""

import hashlib
import json
import os
import tempfile
from pathlib import Path

from course.desk.released import CourseError


def as_json(content: dict) -> bytes:
    """Return the bytes of a JSON file, the same for the same content."""
    return (json.dumps(content, indent=2, sort_keys=True) + "\n").encode()


def read_dict(path: Path) -> dict:
    """Return what a JSON file holds; nothing, if it is missing, damaged or no dict."""
    try:
        found = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def file_hash(content: bytes) -> str:
    """Return a hash of what a file holds."""
    return hashlib.sha256(content).hexdigest()


def make_folder(folder: Path, own: Path) -> None:
    """Make the desk's folder where it is missing, and see that files can be written in it."""
    for path in (folder, *folder.parents):
        if path.exists() and not path.is_dir():
            raise CourseError(
                f"The desk cannot be at {folder}, because {path} is a file: "
                "choose another folder with --desk."
            )
    own.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        pass


def write_new(path: Path, content: bytes) -> None:
    """Write a new file, and see it on the disk before anything relies on it."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def write_whole(path: Path, content: bytes, beside: Path) -> None:
    """Write a file in another folder of the same disk, then move it: nobody sees half of it."""
    with tempfile.TemporaryDirectory(prefix="laying-", dir=beside) as folder:
        write_new(Path(folder, path.name), content)
        Path(folder, path.name).replace(path)


def move_without_overwriting(source: Path, target: Path) -> None:
    """Move a file to a place that is free; one that lies there stays."""
    try:
        os.link(source, target)
    except FileExistsError:
        pass  # another `course lab` was quicker: its copy is as good
    except OSError:
        # Disks without hard links (FAT, some network drives); the caller saw the place free.
        source.rename(target)
