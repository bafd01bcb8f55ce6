"""Are files written whole or not at all?"""

import signal
import subprocess
import sys

import pytest

from autograder.files import write

KILLED = """
import os, pathlib, signal, sys
from autograder.files import write
pathlib.Path.chmod = lambda path, mode: os.kill(os.getpid(), signal.SIGKILL)
write(pathlib.Path(sys.argv[1]), b"half", 0o644)
"""


def test_what_a_killed_run_left_half_written_goes_with_the_next_writing(tmp_path):
    path = tmp_path / "[a] page.html"
    killed = subprocess.run([sys.executable, "-c", KILLED, path])
    assert killed.returncode == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) == 1 and not path.exists()
    of_another_machine = tmp_path / f".{path.name}.elsewhere.1000000.new"
    of_another_machine.touch()
    write(path, b"whole")
    assert {found.name for found in tmp_path.iterdir()} == {path.name, of_another_machine.name}
    assert path.read_bytes() == b"whole"


def test_file_that_cannot_be_finished_leaves_the_old_one(tmp_path, monkeypatch):
    path = tmp_path / "kept.txt"
    write(path, b"old", 0o644)
    monkeypatch.setattr(type(path), "replace", lambda self, target: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write(path, b"new", 0o644)
    assert [found.name for found in tmp_path.iterdir()] == ["kept.txt"]
    assert path.read_bytes() == b"old"
