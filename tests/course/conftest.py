"""A made-up release for the tests of the desk, so that they do not depend on the real units.

And a JupyterLab that is heard of instead of started.
"""

import json
import os
import sys
from types import SimpleNamespace

import pytest

from course.desk.released import Unit


@pytest.fixture
def write_unit(tmp_path):
    """Give a function that writes a released unit: a notebook a sitting, and one picture."""

    def write(name, text="first release", sittings=()):
        folder = tmp_path / "release" / name
        folder.mkdir(parents=True, exist_ok=True)
        notebook = {"cells": [{"cell_type": "markdown", "source": text}]}
        for sitting in sittings or [name]:
            (folder / f"{sitting}.ipynb").write_text(json.dumps(notebook))
        (folder / "network.svg").write_text("<svg/>")
        return Unit(folder)

    return write


@pytest.fixture
def release(write_unit, tmp_path):
    """The folder of a made-up release of two units and a glossary."""
    write_unit("00_start_here")
    write_unit("02_forward_propagation")
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "glossary.md").write_text("**node**: holds one number")
    return tmp_path / "release"


@pytest.fixture
def started(monkeypatch, tmp_path, release, graders):
    """Hear how JupyterLab would be started: its arguments, folder and environment."""
    calls = []
    monkeypatch.setattr("course.desk.lab.released_folder", lambda: release)

    def launch_instance(argv):
        calls.append(SimpleNamespace(argv=argv, folder=os.getcwd(), environment=dict(os.environ)))

    launcher = SimpleNamespace(LabApp=SimpleNamespace(launch_instance=launch_instance))
    monkeypatch.setitem(sys.modules, "jupyterlab.labapp", launcher)
    monkeypatch.chdir(tmp_path)
    # Neither the settings of who runs the tests nor a class's have a part in this.
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "no_settings"))
    monkeypatch.setattr("jupyter_core.paths.SYSTEM_CONFIG_PATH", [])
    monkeypatch.setattr("jupyter_core.paths.ENV_CONFIG_PATH", [])
    # Set, so that they are put back after the test.
    monkeypatch.setenv("PATH", os.environ["PATH"])
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "elsewhere")
    return calls


@pytest.fixture
def graders(monkeypatch):
    """Hear of the graders that would be started, and of their ends."""
    heard = []

    def start(desk, exchange):
        heard.append(("started", desk.folder, exchange))
        return "grader"

    monkeypatch.setattr("course.desk.grader.start_grader", start)
    monkeypatch.setattr("course.desk.grader.stop_grader", lambda grader: heard.append("stopped"))
    return heard
