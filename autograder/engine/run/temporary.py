"""The folder of a run's temporary files."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil


@contextmanager
def run_folder() -> Iterator[Path]:
    """Provide a temporary folder; remove those of runs that were killed."""
    prefix = "autograder-run-"
    for old in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        number = old.name[len(prefix) :].partition("-")[0]
        if number.isdigit() and not psutil.pid_exists(int(number)):
            shutil.rmtree(old, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{prefix}{os.getpid()}-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
