"""Are files written whole or not at all?"""

import platform
import signal
import subprocess
import sys
import tempfile

import pytest

from autograder.engine.run.pool import run_folder
from autograder.files import number_space, write

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
    (left,) = tmp_path.iterdir()
    other_machine = left.with_name(left.name.replace(platform.node(), "elsewhere"))
    other_container = left.with_name(left.name.replace(number_space(), "4000000000"))
    for alive in (other_machine, other_container):
        alive.touch()
    write(path, b"whole")
    assert set(tmp_path.iterdir()) == {path, other_machine, other_container}
    assert path.read_bytes() == b"whole"


def test_file_that_cannot_be_finished_leaves_the_old_one(tmp_path, monkeypatch):
    path = tmp_path / "kept.txt"
    write(path, b"old", 0o644)
    monkeypatch.setattr(type(path), "replace", lambda self, target: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write(path, b"new", 0o644)
    assert [found.name for found in tmp_path.iterdir()] == ["kept.txt"]
    assert path.read_bytes() == b"old"


def test_the_folder_of_a_run_in_another_container_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    killed = tmp_path / f"autograder-run-{number_space()}-{ended.pid}-left"
    elsewhere = tmp_path / f"autograder-run-4000000000-{ended.pid}-alive"
    for folder in (killed, elsewhere):
        folder.mkdir()
    with run_folder() as own:
        assert set(tmp_path.iterdir()) == {own, elsewhere}
