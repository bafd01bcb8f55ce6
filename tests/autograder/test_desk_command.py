"""Does ``autograder desk`` start JupyterLab on the course as it should?"""

import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from jupyterlab_server.config import get_page_config
from jupyterlab_server.workspaces_handler import WorkspacesManager

from autograder.cli import main

FORMGRADER = "nbgrader-formgrader:nbgrader-formgrader"


@pytest.fixture
def started(monkeypatch, tmp_path):
    """Hear how JupyterLab would be started: its arguments, folder and environment."""
    calls = []

    def launch_instance(argv):
        calls.append(SimpleNamespace(argv=argv, folder=os.getcwd(), environment=dict(os.environ)))

    launcher = SimpleNamespace(LabApp=SimpleNamespace(launch_instance=launch_instance))
    monkeypatch.setitem(sys.modules, "jupyterlab.labapp", launcher)
    monkeypatch.chdir(tmp_path)
    # Set, so that they are put back after the test.
    monkeypatch.setenv("PATH", os.environ["PATH"])
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "elsewhere")
    return calls


def desk(toy, *words):
    """Run ``autograder desk``; return its exit status and what it said."""
    result = CliRunner().invoke(main, ["desk", "--course-dir", str(toy.root), *words])
    return result.exit_code, result.output


def opened_tabs(call):
    """What JupyterLab will open, by its own reading of the folder that it was given."""
    (folder,) = (word for word in call.argv if word.startswith("--LabApp.workspaces_dir="))
    said = WorkspacesManager(folder.partition("=")[2]).load("default")["data"]
    return said["layout-restorer:data"]["main"]["dock"]["widgets"]


def test_jupyterlab_opens_the_course_folder_with_the_formgrader(toy, started):
    status, said = desk(toy, "--no-browser", "--port", "8899")
    assert status == 0, said
    (call,) = started
    assert call.folder == str(toy.root.resolve())
    assert f"--ServerApp.root_dir={toy.root.resolve()}" in call.argv
    assert "--ServerApp.open_browser=False" in call.argv
    assert {"--ServerApp.port=8899", "--ServerApp.port_retries=0"} < set(call.argv)
    assert opened_tabs(call) == [FORMGRADER]
    assert str(toy.root.resolve()) in said


def test_any_port_and_a_browser_unless_told(toy, started):
    assert desk(toy)[0] == 0
    assert "--ServerApp.open_browser=True" in started[0].argv
    assert not any(word.startswith("--ServerApp.port") for word in started[0].argv)


def test_the_tabs_that_the_instructor_left_stay(toy, started):
    desk(toy)
    folder = toy.root / ".autograder" / "workspaces"
    (kept,) = folder.iterdir()
    own = json.loads(kept.read_text())
    own["data"]["layout-restorer:data"]["main"]["dock"]["widgets"] = ["notebook:mine.ipynb"]
    kept.write_text(json.dumps(own))
    assert desk(toy)[0] == 0
    assert opened_tabs(started[1]) == ["notebook:mine.ipynb"]


def test_programs_are_found_and_announcements_are_off(toy, started):
    desk(toy)
    environment = started[0].environment
    first, *others = environment["PATH"].split(os.pathsep)
    assert any(Path(first).glob("alembic*")) and others
    settings, *users = environment["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    assert users == ["elsewhere"]
    said = get_page_config([], app_settings_dir=str(Path(settings, "labconfig")))
    assert "@jupyterlab/apputils-extension:announcements" in said["disabledExtensions"]
    assert "@jupyter/nbgrader:formgrader" not in said["disabledExtensions"]


@pytest.mark.parametrize("user", [0, 1000])
def test_only_root_is_allowed_root(toy, started, monkeypatch, user):
    monkeypatch.setattr("os.geteuid", lambda: user, raising=False)
    desk(toy)
    assert ("--allow-root" in started[0].argv) == (user == 0)


def test_a_folder_that_is_no_course_is_named(toy, started):
    (toy.root / "nbgrader_config.py").unlink()
    status, said = desk(toy)
    assert (status, started) == (2, [])
    assert f"{toy.root.resolve()} has no nbgrader_config.py" in said


def test_a_course_that_cannot_be_written_is_one_sentence(toy, started):
    (toy.root / ".autograder").write_text("a file where the folder should be")
    status, said = desk(toy)
    assert (status, started) == (2, [])
    assert "The course folder cannot be written (Not a directory" in said
    assert "Traceback" not in said
