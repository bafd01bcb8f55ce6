"""A made-up release for the tests of the desk, so that they do not depend on the real units."""

import json

import pytest

from course.released import Unit


@pytest.fixture
def write_unit(tmp_path):
    """Give a function that writes a released unit: one notebook and one picture."""

    def write(name, text="first release"):
        folder = tmp_path / "release" / name
        folder.mkdir(parents=True, exist_ok=True)
        notebook = {"cells": [{"cell_type": "markdown", "source": text}]}
        (folder / f"{name}.ipynb").write_text(json.dumps(notebook))
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
