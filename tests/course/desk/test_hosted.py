"""Does a desk that another program opens belong to the class that its machine is set up for?"""

import os
import sys
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from course.desk import hosted

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a hub and Binder are not on Windows")


class Became(Exception):
    """In place of another program."""


@pytest.fixture
def opened(tmp_path, release, started, monkeypatch):
    """Give a function that opens a desk: the program it becomes, and the graders started."""
    graders = []

    def start(desk, exchange):
        graders.append(exchange)
        return SimpleNamespace(stdin=sys.__stdin__)

    def become(program, words):
        raise Became(words)

    monkeypatch.setattr(hosted, "DEFAULT_DESK", tmp_path / "desk")
    monkeypatch.setattr(hosted, "released_folder", lambda: release)
    monkeypatch.setattr(hosted, "start_grader", start)
    monkeypatch.setattr(os, "set_inheritable", lambda number, whether: None)
    monkeypatch.setattr(os, "execvp", become)

    def run():
        done = CliRunner().invoke(hosted.main, ["jupyterhub-singleuser", "--debug"])
        assert isinstance(done.exception, Became), done.output
        return done.exception.args[0], graders

    return run


def test_on_a_hub_it_shows_the_classs_release_and_starts_no_grader(
    opened, write_unit, tmp_path, monkeypatch
):
    settings, exchange = tmp_path / "etc", tmp_path / "exchange"
    for folder in (settings, exchange / "nn" / "inbound", exchange / "nn" / "outbound"):
        folder.mkdir(parents=True)
    released = exchange / "nn" / "outbound" / "05_of_the_teacher"
    write_unit("05_of_the_teacher", sittings=["05a"]).folder.rename(released)
    lines = [f"c.Exchange.root = {str(exchange)!r}", "c.CourseDirectory.course_id = 'nn'"]
    (settings / "nbgrader_config.py").write_text("c = get_config()\n" + "\n".join(lines))
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(settings))
    words, graders = opened()
    assert words[:2] == ["jupyterhub-singleuser", "--debug"]
    assert f"--ServerApp.root_dir={tmp_path / 'desk'}" in words
    assert (tmp_path / "desk" / "05_of_the_teacher" / "05a.ipynb").is_file()
    assert not (tmp_path / "desk" / "00_start_here").exists()
    assert graders == []


def test_elsewhere_it_is_that_of_who_learns_alone(opened, tmp_path):
    _, graders = opened()
    assert (tmp_path / "desk" / "00_start_here").is_dir()
    (exchange,) = graders
    assert exchange.own
