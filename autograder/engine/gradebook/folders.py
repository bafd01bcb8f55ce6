"""Folders that appear whole or not at all, whenever the program is stopped."""

import os
import shutil
import stat
from pathlib import Path


def recover(destination: Path) -> None:
    """Put right what a run that was killed has left half done: the earlier folder comes back."""
    old = destination.with_name(f".{destination.name}.old")
    remove(destination.with_name(f".{destination.name}.new"))
    if old.is_dir() and not destination.exists():
        os.rename(old, destination)
    remove(old)


def replace(destination: Path, made: Path) -> None:
    """Put a finished folder in its place; `recover` mends what is stopped in between."""
    old = destination.with_name(f".{destination.name}.old")
    remove(old)
    if destination.exists():
        os.rename(destination, old)
    os.rename(made, destination)
    remove(old)


def share(*folders: Path) -> None:
    """Let a course's group write into folders, as nbgrader does."""
    for folder in folders:
        mode = folder.stat().st_mode
        if folder.is_dir() and mode & 0o2770 != 0o2770:
            folder.chmod((mode | 0o2770) & 0o2777)


def remove(folder: Path) -> None:
    """Remove a folder, read-only parts included; it need not be there."""
    try:
        mode = folder.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return
    if not stat.S_ISDIR(mode):
        folder.unlink()
    else:
        for path in (folder, *folder.rglob("*")):
            if path.is_dir() and not path.is_symlink():
                path.chmod(path.stat().st_mode | stat.S_IRWXU)
        shutil.rmtree(folder)
