"""Does the grader behind a desk start, start again, say why not, and end with `course lab`?"""

import os
import signal
import subprocess
import sys
import threading
import time

import psutil
import pytest
from filelock import FileLock, Timeout

from course.desk import grader as grading
from course.desk.desk import Desk
from course.desk.exchange import own_exchange
from course.desk.grader import Grader, grader_state, start_grader, stop_grader

PATIENCE = 60


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "desk")
    desk.own.mkdir(parents=True)
    return desk


@pytest.fixture
def watcher(tmp_path, desk, monkeypatch):
    """Put a script in the place of `autograder watch`; give a function that runs a Grader."""
    script = tmp_path / "watcher.py"
    prepared = tmp_path / "prepared"
    prepared.mkdir()
    monkeypatch.setattr(grading, "COMMAND", [sys.executable, str(script)])
    monkeypatch.setattr(grading, "QUIET", 0)
    monkeypatch.setattr(grading, "solved_units", dict)
    monkeypatch.setattr(grading, "prepared_folder", lambda own, files: prepared)
    monkeypatch.setattr(grading, "prepare", lambda own, exchange, files: prepared)
    running = []

    def run(text):
        script.write_text(text)
        made = Grader(desk.own, own_exchange(desk))
        thread = threading.Thread(target=made.run)
        thread.start()
        running.append((made, thread))
        return made

    yield run
    for made, thread in running:
        made.stop.set()
        thread.join(PATIENCE)
        assert not thread.is_alive()


STARTING = """
import os, sys, time
with open("started", "a") as file:
    print(os.getpid(), *sys.argv[1:], file=file)
"""
WATCHING = f"""{STARTING}
print("Watching 00_start_here in a folder.", flush=True)
time.sleep(600)
"""


def wait(condition):
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)  # between two looks, until the deadline


def started(tmp_path):
    try:
        return (tmp_path / "prepared" / "started").read_text().splitlines()
    except FileNotFoundError:
        return []


def is_running(pid):
    """Whether a process runs; one that nobody has taken note of has ended all the same."""
    try:
        return psutil.Process(int(pid)).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def test_it_is_ready_when_the_command_watches_and_off_when_it_ends(watcher, desk, tmp_path):
    made = watcher(WATCHING)
    wait(lambda: grader_state(desk)[0] == "ready")
    (line,) = started(tmp_path)
    pid, *words = line.split()
    assert words[:2] == ["--course-dir", str(tmp_path / "prepared")]
    made.stop.set()
    wait(lambda: grader_state(desk)[0] == "off")
    assert not is_running(pid)


def test_a_watcher_that_dies_is_started_again(watcher, desk, tmp_path, capfd):
    watcher(WATCHING)
    wait(lambda: grader_state(desk)[0] == "ready")
    os.kill(int(started(tmp_path)[0].split()[0]), signal.SIGKILL)
    wait(lambda: len(started(tmp_path)) == 2)
    wait(lambda: grader_state(desk)[0] == "ready")


def test_without_a_sandbox_the_own_code_runs_without_one_and_that_is_said(
    watcher, desk, tmp_path, capfd, monkeypatch
):
    monkeypatch.setattr("course.desk.grader.shutil.which", lambda name: "/usr/bin/bwrap")
    monkeypatch.setattr(sys, "platform", "linux")
    refusal = "No sandbox: it is forbidden. To grade your own code, say --no-isolation."
    refuse = f"import sys\nif '--no-isolation' not in sys.argv: sys.exit({refusal!r})\n"
    watcher(refuse + WATCHING)
    wait(lambda: grader_state(desk)[0] == "ready")
    (line,) = started(tmp_path)
    assert line.endswith("--no-isolation")
    assert grader_state(desk)[1] == grading.NOT_ISOLATED
    assert capfd.readouterr().out == f"{grading.NOT_ISOLATED}\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "import no_such_module",
            "The grader is not installed completely "
            "(ModuleNotFoundError: No module named 'no_such_module'): install the course again.",
        ),
        (
            "raise SystemExit('Error: The gradebook cannot be opened.')",
            "What you hand in is not graded at present (The gradebook cannot be opened).",
        ),
        ("", "What you hand in is not graded at present (it said nothing)."),
    ],
)
def test_a_grader_that_is_not_to_be_had_is_said_once_in_one_sentence(
    watcher, desk, tmp_path, capfd, text, said
):
    watcher(STARTING + text)
    wait(lambda: len(started(tmp_path)) == 3)
    assert grader_state(desk)[1] == f"{said} {grading.WITHOUT}"
    assert capfd.readouterr().out == f"{said} {grading.WITHOUT}\n"


def test_a_submission_that_cannot_be_graded_is_said_until_one_can(watcher, desk, capfd):
    said = "The notebook is damaged: validate it."
    watcher(
        f"""{STARTING}
print("Watching 00_start_here in a folder.", flush=True)
print("00_start_here ada: ungradable (0.1 s, after 0.1 s of waiting; 0 wait)", flush=True)
print("  {said}", flush=True)
while not os.path.exists("again"):
    time.sleep(0.01)
print("00_start_here ada: graded, 3 of 10 (0.1 s, after 0.1 s of waiting; 0 wait)", flush=True)
time.sleep(600)
"""
    )
    wait(lambda: grader_state(desk) == ("ready", f"00_start_here could not be graded. {said}"))
    again = desk.folder.parent / "prepared" / "again"
    again.touch()
    isolated = grading.shutil.which("bwrap") and sys.platform == "linux"
    wait(lambda: grader_state(desk) == ("ready", "" if isolated else grading.NOT_ISOLATED))


def test_a_full_disk_is_said(watcher, desk, monkeypatch, capfd):
    def refuse(own, exchange, files):
        raise OSError(28, "No space left on device", "gradebook.db")

    monkeypatch.setattr(grading, "prepare", refuse)
    watcher(WATCHING)
    wait(lambda: grader_state(desk)[0] == "unavailable")
    assert "(No space left on device: gradebook.db)" in grader_state(desk)[1]


def test_two_labs_on_one_desk_have_one_grader_and_the_second_takes_over(
    watcher, desk, tmp_path, monkeypatch
):
    refused = []

    class HeardLock(FileLock):
        def acquire(self, *args, **kwargs):
            try:
                return super().acquire(*args, **kwargs)
            except Timeout:
                refused.append(True)
                raise

    monkeypatch.setattr(grading, "FileLock", HeardLock)
    first = watcher(WATCHING)
    wait(lambda: len(started(tmp_path)) == 1)
    watcher(WATCHING)
    wait(lambda: len(refused) > 1)
    assert len(started(tmp_path)) == 1
    first.stop.set()
    wait(lambda: len(started(tmp_path)) == 2)
    wait(lambda: grader_state(desk)[0] == "ready")
    assert not is_running(started(tmp_path)[0].split()[0])


@pytest.mark.parametrize("killed", [False, True])
def test_it_ends_with_the_lab_even_if_that_is_killed(desk, tmp_path, killed):
    """Is nothing left running, however `course lab` ends?"""
    exchange = own_exchange(desk)
    if not killed:
        process = start_grader(desk, exchange)
        stop_grader(process)
        assert process.poll() is not None
        return
    lab = (
        "import sys, time; from course.desk.desk import Desk; "
        "from course.desk.exchange import own_exchange; "
        "from course.desk.grader import start_grader; desk = Desk(sys.argv[1]); "
        "print(start_grader(desk, own_exchange(desk)).pid, flush=True); time.sleep(600)"
    )
    words = [sys.executable, "-c", lab, str(desk.folder)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        pid = process.stdout.readline()
        process.kill()
    wait(lambda: not is_running(pid))


def test_a_grader_that_was_killed_is_not_called_ready(desk):
    """Does nobody wait for a grader that could not say good-bye?"""
    (desk.own / grading.STATE).write_text('{"state": "ready", "sentence": ""}')
    with FileLock(desk.own / grading.LOCK):
        assert grader_state(desk) == ("ready", "")
    assert grader_state(desk) == ("off", grading.ENDED)


KEEPER = """
import sys
from pathlib import Path
from course.desk import grader as grading
folder = Path(FOLDER)
grading.COMMAND, grading.QUIET = [sys.executable, str(folder / "watcher.py")], 0
grading.solved_units, grading.prepare = dict, lambda own, exchange, files: folder
grading.prepared_folder = lambda own, files: folder
grading.main()
"""


@pytest.mark.skipif(
    sys.platform != "linux", reason="no other system ends a process with its parent"
)
def test_the_command_ends_with_its_keeper_even_if_that_is_killed(desk, tmp_path):
    """Does no `autograder watch` go on that the next `course lab` would find in its way?"""
    (tmp_path / "watcher.py").write_text(WATCHING)
    code = KEEPER.replace("FOLDER", repr(str(tmp_path)))
    words = [sys.executable, "-c", code, desk.own, own_exchange(desk).root, "toy"]
    with subprocess.Popen([str(word) for word in words], stdin=subprocess.PIPE) as keeper:
        wait(lambda: grader_state(desk)[0] == "ready")
        (line,) = (tmp_path / "started").read_text().splitlines()
        keeper.kill()
    wait(lambda: not is_running(line.split()[0]))
