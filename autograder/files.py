"""Which files count, and what is in them."""

import glob
import hashlib
import os
import platform
from pathlib import Path

import psutil

# Made by Python and by JupyterLab as one goes along.
BY_THE_WAY = {"__pycache__", ".ipynb_checkpoints"}


def files_below(folder: Path) -> list[Path]:
    """List the files below a folder by their paths from there; a missing folder has none."""
    return [
        path.relative_to(folder)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not BY_THE_WAY.intersection(path.relative_to(folder).parts)
    ]


def digest(content: bytes) -> str:
    """Return the SHA-256 of some content."""
    return hashlib.sha256(content).hexdigest()


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's content."""
    return digest(path.read_bytes())


def tree_digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file below a folder, by its path from there."""
    return {path.as_posix(): file_digest(folder / path) for path in files_below(folder)}


def number_space() -> str:
    """Name the space that processes here are numbered in: containers on one machine have their own.

    Returns
    -------
    str
        On Linux the number of the process's namespace; elsewhere, where there is one space, "0".
    """
    try:
        return str(Path("/proc/self/ns/pid").stat().st_ino)
    except OSError:
        return "0"


def is_gone(number: str) -> bool:
    """Whether a text is the number of a process of this number space that has ended."""
    return number.isdecimal() and not psutil.pid_exists(int(number))


def write(path: Path, content: bytes, mode: int | None = None) -> None:
    """Write a file at once: a run that is killed leaves the old one or none, never a half.

    What a killed run was about to write in its place is removed.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # Only of one's own processes can be told which are gone; other machines may share the folder.
    beginning = f".{path.name}.{platform.node()}.{number_space()}."
    for left in path.parent.glob(f"{glob.escape(beginning)}*.new"):
        writer = left.name.removeprefix(beginning).removesuffix(".new")
        if is_gone(writer):
            left.unlink(missing_ok=True)
    made = path.with_name(f"{beginning}{os.getpid()}.new")
    try:
        made.write_bytes(content)
        if mode is not None:
            made.chmod(mode)
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)
