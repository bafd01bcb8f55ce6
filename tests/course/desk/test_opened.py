"""Is a desk opened once, and does it open where the learner was?"""

import json
import os
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from course.cli import main
from course.desk.desk import Desk
from course.desk.opened import AlreadyOpen, check_not_open, hold
from course.desk.progress import where
from course.desk.released import released_units


@pytest.fixture
def desk(tmp_path, release):
    desk = Desk(tmp_path / "desk")
    desk.lay(released_units(release))
    return desk


def lab(desk, *words):
    result = CliRunner().invoke(main, ["lab", "--desk", str(desk.folder), *words])
    return result.exit_code, result.output


def serve(monkeypatch, folder, desk):
    """Note down a server as Jupyter does."""
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(folder))
    folder.mkdir(exist_ok=True)
    server = {"url": "http://localhost:8890/", "token": "abc", "root_dir": str(desk.folder)}
    (folder / "jpserver-7.json").write_text(json.dumps(server))
    (folder / "jpserver-8.json").write_text("{")


def test_a_desk_that_is_open_is_named_with_its_address_and_nothing_starts(
    desk, started, graders, monkeypatch, tmp_path
):
    """Is the address said also where the port is the other one's, and is nothing written?"""
    serve(monkeypatch, tmp_path / "runtime", desk)
    held = hold(desk)
    said = f"Your desk {desk.folder} is already open at http://localhost:8890/?token=abc\n"
    before = sorted(desk.folder.rglob("*"))
    assert lab(desk) == (0, said)
    assert not started and not graders and sorted(desk.folder.rglob("*")) == before
    held.release()
    assert lab(desk)[0] == 0 and len(started) == 1


def test_an_open_desk_without_an_address_is_told(desk, started, monkeypatch, tmp_path):
    serve(monkeypatch, tmp_path / "runtime", Desk(tmp_path / "another"))
    held = hold(desk)
    _, said = lab(desk)
    assert "is already open: its address stands in the terminal" in said and not started
    held.release()


def test_while_the_grader_ends_the_desk_may_be_opened_again(desk, started, monkeypatch):
    """Is the desk free as soon as JupyterLab has ended?"""
    heard = []
    monkeypatch.setattr("course.desk.grader.stop_grader", lambda _: heard.append(is_free(desk)))
    lab(desk)
    assert heard == [True]


def is_free(desk):
    try:
        check_not_open(desk)
    except AlreadyOpen:
        return False
    return True


def front(desk, path, when):
    """Let JupyterLab note down what is in front."""
    folder = desk.own / "workspaces"
    folder.mkdir(exist_ok=True)
    noted = folder / "default-37a8.jupyterlab-workspace"
    layout = {"main": {"current": path, "dock": {}}}
    noted.write_text(json.dumps({"data": {"layout-restorer:data": layout}, "metadata": {}}))
    os.utime(noted, (when.timestamp(), when.timestamp()))


def test_the_notebook_that_was_in_front_is_opened_before_anything_is_run_in_it(desk, release):
    units = released_units(release)
    second = units[1].sittings[0]
    now = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)
    assert where(desk, units).path == "00_start_here/00_start_here.ipynb"
    front(desk, f"notebook:{second.path}", now)
    assert where(desk, units) == second
    for other in ("terminal:1", "notebook:mine.ipynb", None):
        front(desk, other, now)
        assert where(desk, units).path == "00_start_here/00_start_here.ipynb"
