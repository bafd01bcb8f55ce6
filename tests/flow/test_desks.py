"""Desks as learners treat them: two labs on one, killed labs, other releases, a full disk."""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request

import nbformat
import pytest
import sandbox_needed  # noqa: F401 (what is submitted is graded)
from running_lab import running_server
from unit import exercises

from course.desk.desk import Desk
from course.desk.exchange import own_exchange
from course.desk.grading import prepare, solved_units

pytestmark = pytest.mark.slow

UNIT = "00_start_here"
ANSWERS = {exercise.name: exercise.solution for exercise in exercises(UNIT)}
SECONDS_TO_PREPARE = 240


class Lab:
    """A running `course lab`, asked as JupyterLab's panels ask it."""

    def __init__(self, process, desk, address):
        self.process = process
        self.desk = desk
        self.base, self.token = re.fullmatch(r"(http://[^/]+)/.*token=(\w+)", address).groups()

    def post(self, path, **body):
        """Press a button; return its answer."""
        request = urllib.request.Request(
            f"{self.base}/assignments/{path}",
            data=json.dumps(body).encode(),
            headers={"Authorization": f"token {self.token}"},
        )
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.load(answer)

    def submit(self, unit=UNIT):
        return self.post("submit", course_id="neural_networks", assignment_id=unit)

    def submissions(self, answer, unit=UNIT):
        """The submissions of a unit in the list that a button's answer holds."""
        assert answer["success"], answer
        (found,) = [
            each
            for each in answer["value"]
            if each["status"] == "submitted" and each["assignment_id"] == unit
        ]
        return found["submissions"]

    def ready(self):
        """Wait until the grader behind the desk is ready."""
        until = time.monotonic() + SECONDS_TO_PREPARE
        while grader(self.desk) != "ready":
            assert time.monotonic() < until and self.process.poll() is None
            time.sleep(0.1)  # between two looks, until the deadline
        return self


def grader(desk):
    try:
        return json.loads((desk / ".course" / "grader.json").read_text())["state"]
    except FileNotFoundError:
        return "off"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """The course folder behind a desk, made once: a desk may be copied with it."""
    desk = Desk(tmp_path_factory.mktemp("prepared"))
    desk.own.mkdir()
    return prepare(desk.own, own_exchange(desk), solved_units()).parent


@pytest.fixture
def lab(tmp_path, prepared):
    """Give a function that starts `course lab` on a desk; all end with the test."""
    running = []

    def start(desk, *words):
        if not (desk / ".course" / "grading").exists():
            shutil.copytree(prepared, desk / ".course" / "grading")
        home = tmp_path / f"home{len(running)}"
        home.mkdir()
        command = [sys.executable, "-m", "course", "lab", "--desk", desk, *words]
        manager = running_server(command, home)
        process, address = manager.__enter__()
        running.append(manager)
        made = Lab(process, desk, address)
        made.log = home / "log"
        return made

    yield start
    for manager in running:
        manager.__exit__(None, None, None)


def fill(path):
    """Write a file until there is no room for more."""
    with path.open("wb", buffering=0) as film, contextlib.suppress(OSError):
        while film.write(bytes(4096)):
            pass


def work(desk, unit=UNIT):
    """Let a learner solve a unit; return the bytes."""
    path = desk / unit / f"{unit}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        cell.source = ANSWERS.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
    nbformat.write(notebook, path)
    return path.read_bytes()


def test_two_labs_on_one_desk_and_one_that_is_killed_lose_nothing(lab, tmp_path):
    desk = tmp_path / "desk"
    first = lab(desk).ready()
    second = lab(desk)
    solved = work(desk)
    (one,) = first.submissions(first.submit())
    assert one["has_local_feedback"]

    first.process.kill()  # the grader that it started ends by itself, and the other one takes over
    first.process.wait()
    until = time.monotonic() + SECONDS_TO_PREPARE
    answer = second.submissions(second.submit())
    while not answer[-1]["has_exchange_feedback"]:
        assert time.monotonic() < until
        answer = second.submissions(second.submit())
    second.process.terminate()
    assert second.process.wait(timeout=60) == 0
    assert grader(desk) == "off"

    third = lab(desk).ready()
    assert "Laid" not in third.log.read_text()
    assert (desk / UNIT / f"{UNIT}.ipynb").read_bytes() == solved
    assert len(third.submissions(third.submit())) == len(answer) + 1
    page = (desk / "progress.md").read_text()
    assert (
        "| [Unit 00: Start here](00_start_here/00_start_here.ipynb) | 10 of 10 | 5 of 5 |" in page
    )


def test_two_desks_of_one_learner_have_nothing_to_do_with_each_other(lab, tmp_path):
    one = lab(tmp_path / "one").ready()
    other = lab(tmp_path / "other").ready()
    work(one.desk)
    assert len(one.submissions(one.submit())) == 1
    (sent,) = other.submissions(other.submit())
    assert sent["has_local_feedback"]
    page = other.desk / sent["local_feedback_path"] / f"{UNIT}.html"
    assert "0 of 10 points" in page.read_text()


# Only root can mount a small disk; tests/course/jupyter/test_handing_in.py has the same for
# everybody.
@pytest.mark.parametrize("kilobytes", [60_000] if os.geteuid() == 0 else [])
def test_a_full_disk_while_submitting(lab, tmp_path, kilobytes):
    desk = tmp_path / "desk"
    desk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(desk)]
    subprocess.run(mount, check=True)
    try:
        running = lab(desk).ready()
        solved = work(desk)
        before = running.submissions(running.submit())
        filler = desk / "film.mp4"
        fill(filler)
        answer = running.submit()
        assert answer == {
            "success": False,
            "value": f"{UNIT} was not handed in: the disk is full. Free some space, then submit. "
            "Your notebook is safe, as you last saved it.",
        }
        assert (desk / UNIT / f"{UNIT}.ipynb").read_bytes() == solved
        filler.unlink()
        after = running.submissions(running.submit())
        assert len(after) == len(before) + 1 and after[-1]["has_local_feedback"]
        running.process.terminate()
        running.process.wait(timeout=60)
    finally:
        subprocess.run(["umount", "--lazy", str(desk)], check=True)


def test_a_desk_from_before_this_release(lab, tmp_path):
    """Does a desk that older course releases made, without an exchange in it, open and submit?"""
    desk = tmp_path / "desk"
    folder = desk / UNIT
    folder.mkdir(parents=True)
    (desk / ".course").mkdir()
    (desk / ".course" / "laid.json").write_text(json.dumps({UNIT: "the hash of an older release"}))
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# My old work")])
    nbformat.write(notebook, folder / f"{UNIT}.ipynb")
    running = lab(desk).ready()
    assert f"There is a newer release of {UNIT}: your work stays" in running.log.read_text()
    (one,) = running.submissions(running.submit())
    assert "My old work" in (folder / f"{UNIT}.ipynb").read_text()
    assert one["has_local_feedback"]
