"""Desks as learners treat them: two labs on one, killed labs, other releases, a full disk."""

import contextlib
import json
import os
import re
import subprocess
import time

import made_up_course
import nbformat
import pytest
import sandbox_needed  # noqa: F401 (what is submitted is graded)
from made_once import made_once
from made_up_course import ANSWERS, FIRST, PAIR, SECOND
from running_lab import SECONDS_TO_PREPARE, Lab, grader, running_server

pytestmark = pytest.mark.slow

UNIT = PAIR


@pytest.fixture(scope="module")
def made_up(tmp_path_factory):
    """The made-up course as it is installed: a folder to import it from."""
    return made_once(tmp_path_factory, "made_up_site", made_up_course.write)


@pytest.fixture
def lab(tmp_path, made_up):
    """Give a function that starts `course lab` on a desk; all end with the test."""
    running = []

    def start(desk, *words):
        made_up_course.lend_grading(made_up, desk)
        home = tmp_path / f"home{len(running)}"
        home.mkdir()
        command = [*made_up_course.command(made_up), "lab", "--desk", desk, *words]
        manager = running_server(command, home)
        process, address = manager.__enter__()
        running.append(manager)
        made = Lab(process, desk, address, UNIT)
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


def work(desk, *books):
    """Let a learner solve sittings of the unit; return the last one's bytes."""
    for book in books or (FIRST, SECOND):
        path = desk / UNIT / f"{book}.ipynb"
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            cell.source = ANSWERS.get(name, cell.source)
        nbformat.write(notebook, path)
    return path.read_bytes()


def read(page):
    """What is read of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.read_text().split("</style>")[1]).split())


def test_a_second_lab_starts_nothing_and_one_that_is_killed_loses_nothing(lab, made_up, tmp_path):
    desk = tmp_path / "desk"
    first = lab(desk).ready()
    again = subprocess.run(
        [*made_up_course.command(made_up), "lab", "--no-browser", "--desk", desk],
        env={**os.environ, "HOME": str(first.log.parent)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert f"Your desk {desk} is already open at http://" in again.stdout
    assert first.token in again.stdout
    solved = work(desk)
    assert len(first.submit_and_wait()) == 1

    first.process.kill()  # the grader that it started ends by itself, and the next one takes over
    first.process.wait()
    second = lab(desk)
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
    assert (desk / UNIT / f"{SECOND}.ipynb").read_bytes() == solved
    assert len(third.submit_and_wait()) == len(answer) + 1
    page = (desk / "progress.md").read_text()
    assert "| **Unit 00: Pair** | 6 of 6 | 2 of 2 |" in page
    assert f"| [Unit 00b: Half as much]({UNIT}/{SECOND}.ipynb) | 3 of 3 | 1 of 1 |" in page


def test_two_desks_of_one_learner_have_nothing_to_do_with_each_other(lab, tmp_path):
    one = lab(tmp_path / "one").ready()
    other = lab(tmp_path / "other").ready()
    work(one.desk)
    assert len(one.submissions(one.submit())) == 1
    (sent,) = other.submit_and_wait()
    page = other.desk / sent["local_feedback_path"] / f"{FIRST}.html"
    assert "0 of 3 points" in page.read_text()


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
        assert (desk / UNIT / f"{SECOND}.ipynb").read_bytes() == solved
        filler.unlink()
        assert len(running.submit_and_wait()) == len(before) + 1
        running.process.terminate()
        running.process.wait(timeout=60)
    finally:
        subprocess.run(["umount", "--lazy", str(desk)], check=True)


def test_a_desk_from_before_this_release(lab, tmp_path):
    """Does a desk of older releases, with one notebook a unit and no exchange in it, go on?"""
    desk = tmp_path / "desk"
    folder = desk / UNIT
    folder.mkdir(parents=True)
    (desk / ".course").mkdir()
    (desk / ".course" / "laid.json").write_text(json.dumps({UNIT: "the hash of an older release"}))
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# My old work")])
    nbformat.write(notebook, folder / f"{UNIT}.ipynb")
    before = (folder / f"{UNIT}.ipynb").read_bytes()
    running = lab(desk).ready()
    said = f"Newer notebooks now lie beside {UNIT}/{UNIT}.ipynb: what you did there stays"
    assert said in running.log.read_text()
    (one,) = running.submit_and_wait()
    assert (folder / f"{UNIT}.ipynb").read_bytes() == before
    where = desk / one["local_feedback_path"]
    assert sorted(path.stem for path in where.iterdir()) == [FIRST, SECOND]


def test_sitting_after_sitting(lab, tmp_path):
    """The first is handed in alone, the second is open and not wrong; then the second, too."""
    desk = tmp_path / "desk"
    running = lab(desk).ready()
    assert running.home()["continue"]["path"] == f"{UNIT}/{FIRST}.ipynb"
    work(desk, FIRST)
    (one,) = running.submit_and_wait()
    first, second = (desk / one["local_feedback_path"] / f"{name}.html" for name in (FIRST, SECOND))
    assert f"{SECOND} Not begun. 0 3 Together 3 6" in read(first)
    assert "you have not begun it" in read(second) and "failed" not in read(second)
    page = (desk / "progress.md").read_text()
    assert f"**Next:** Open [{SECOND}]({UNIT}/{SECOND}.ipynb) and do Exercise 2" in page
    running.process.terminate()
    running.process.wait(timeout=60)

    again = lab(desk).ready()
    assert again.home()["continue"]["path"] == f"{UNIT}/{SECOND}.ipynb"
    work(desk, SECOND)
    newer = again.submit_and_wait()[-1]
    assert "Together 6 6" in read(desk / newer["local_feedback_path"] / f"{SECOND}.html")
    assert "| **Unit 00: Pair** | 6 of 6 | 2 of 2 |" in (desk / "progress.md").read_text()
